//! Gifts on birthdays and holidays.

use super::{Scope, appeal};
use crate::design::{Gift, Occasion};
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::world::WorldPlan;

/// The gift, as a share of a usual receipt, that pleases half as much as a great one.
const HALF: f64 = 0.03;

/// On a birthday one customer in twelve is entitled; on a holiday all are. On average over those for whom it fits and those it insults.
pub(super) fn apply(scope: &Scope, gift: &Gift, world: &mut WorldPlan) {
    let fits = scope.at(gift.fits);
    let who = |month: usize| {
        let from = f64::from(scope.design.start.plus(month as i32).month() - 1) / 12.0;
        match gift.occasion {
            Occasion::Holiday => scope.who(),
            Occasion::Birthday => {
                Who { part: scope.lasting(from, from + scope.entitled() / 12.0), ..scope.who() }
            }
        }
    };
    let cost = scope.at(gift.cost_per_gift);
    scope.give_each(world, |segment, month| {
        let pleases = appeal::of(cost, HALF * scope.receipt(segment));
        let deal = Deal {
            warmth: (fits * scope.at(gift.delight) * pleases) as f32,
            harm: ((1.0 - fits) * scope.at(gift.harm)) as f32,
            ..Deal::nothing(who(month))
        };
        deal.paying(Flow::Gift, Per::Head, cost)
    });
}
