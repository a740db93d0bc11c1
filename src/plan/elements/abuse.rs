//! Points for nothing: what holes in the terms give to members, employees and thieves who have learned of them.

use super::Scope;
use crate::design::{Hole, Points};
use crate::plan::deal::{Deal, Who, Window};
use crate::plan::world::WorldPlan;

/// Spreads the trait that decides who abuses, unlike any other lot.
const LOT: f32 = 1409.0;

/// Members get more points than others for what they buy, and buy no more for it; employees collect, and thieves redeem, those of others. Their share grows evenly.
pub(super) fn apply(scope: &Scope, points: &Points, world: &mut WorldPlan) {
    if points.abuse.holes.is_empty() {
        return;
    }
    let (all, months) = (scope.at(points.abuse.abusers), scope.at(points.abuse.months).max(1.0));
    let learned = |month: usize| ((month + 1 - scope.element.from) as f64 / months).min(1.0);
    let open = |hole| if points.abuse.holes.contains(&hole) { 1.0 } else { 0.0 };
    // robberies a year by account, on average: some accounts are robbed twice, others never
    let robbed = scope.at(points.abuse.robbed) / 12.0;
    scope.each(world, |month, lever| {
        lever.points.staff = (open(Hole::Staff) * all * learned(month)) as f32;
        lever.points.stolen = (open(Hole::Balances) * robbed * learned(month)) as f32;
    });
    scope.give_each(world, |segment, month| {
        let part = Window { from: 0.0, to: (all * learned(month)) as f32, times: LOT };
        let who = Who { members: true, part, ..Who::EVERYONE };
        let more: f64 = points.abuse.holes.iter().map(|hole| gives(scope, points, (*hole, segment))).sum();
        Deal { more_points: more as f32, ..Deal::nothing(who) }
    });
}

/// Points that a hole gives members, as a multiple of what a purchase earns.
fn gives(scope: &Scope, points: &Points, (hole, segment): (Hole, usize)) -> f64 {
    match hole {
        Hole::GiftCards | Hole::Returns => 1.0,
        Hole::Staff | Hole::Balances => 0.0,
        Hole::Accounts => {
            let earned = scope.off(points.earn) * scope.receipt(segment) / scope.at(points.point_value);
            let welcome = scope.at(points.welcome_points);
            // what lies in an account of its own is spent there, or not at all
            let enough = welcome + earned >= scope.at(points.minimum_to_redeem);
            if earned > 0.0 && enough { welcome / earned } else { 0.0 }
        }
    }
}
