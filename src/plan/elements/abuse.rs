//! Points for nothing: what holes in the terms give to members who have learned of them.

use super::Scope;
use crate::design::{Hole, Points};
use crate::plan::deal::{Deal, Who, Window};
use crate::plan::world::WorldPlan;

/// Spreads the trait that decides who abuses, unlike any other lot.
const LOT: f32 = 1409.0;

/// They get more points than others for what they buy, and buy no more for it. Their share grows evenly.
pub(super) fn apply(scope: &Scope, points: &Points, world: &mut WorldPlan) {
    if points.abuse.holes.is_empty() {
        return;
    }
    let (all, months) = (scope.at(points.abuse.abusers), scope.at(points.abuse.months).max(1.0));
    scope.give_each(world, |segment, month| {
        let learned = ((month + 1 - scope.element.from) as f64 / months).min(1.0);
        let part = Window { from: 0.0, to: (all * learned) as f32, times: LOT };
        let who = Who { members: true, part, ..Who::EVERYONE };
        let more: f64 = points.abuse.holes.iter().map(|hole| gives(scope, points, (*hole, segment))).sum();
        Deal { more_points: more as f32, ..Deal::nothing(who) }
    });
}

/// Points that a hole gives, as a multiple of what a purchase earns.
fn gives(scope: &Scope, points: &Points, (hole, segment): (Hole, usize)) -> f64 {
    match hole {
        Hole::GiftCards | Hole::Returns => 1.0,
        Hole::Accounts => {
            let earned = scope.off(points.earn) * scope.receipt(segment) / scope.at(points.point_value);
            if earned > 0.0 { scope.at(points.welcome_points) / earned } else { 0.0 }
        }
    }
}
