//! Gifts on birthdays and holidays.

use super::Scope;
use crate::design::{Gift, Occasion};
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::world::WorldPlan;

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
    scope.give(world, |month| {
        let deal = Deal {
            warmth: (fits * scope.at(gift.delight)) as f32,
            harm: ((1.0 - fits) * scope.at(gift.harm)) as f32,
            ..Deal::nothing(who(month))
        };
        deal.paying(Flow::Gift, Per::Head, scope.at(gift.cost_per_gift))
    });
}
