//! Gifts on birthdays and holidays.

use super::{Scope, appeal};
use crate::design::{Gift, Occasion};
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::world::WorldPlan;

/// The gift, as a share of a usual receipt, that pleases half as much as a great one.
const HALF: f64 = 0.03;

/// On a birthday one customer in twelve is entitled; on a holiday all are. On average over those for whom it fits and those it insults. What is given
/// each year, and is worth it, is also a reason to stay.
pub(super) fn apply(scope: &Scope, gift: &Gift, world: &mut WorldPlan) {
    let fits = scope.at(gift.fits);
    let who = |month: usize| {
        let from = f64::from(scope.design.start.plus(month as i32).month() - 1) / 12.0;
        match gift.occasion {
            Occasion::Holiday => scope.who(),
            Occasion::Birthday => {
                let part = scope.lasting(from * scope.entitled(), (from + 1.0 / 12.0) * scope.entitled());
                Who { part, ..scope.who() }
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
    let a_year = fits * cost * gifts_a_year(scope, gift);
    scope.give_while(world, |segment| {
        let personal = scope.at(scope.design.segments[segment].personal_benefit_counts);
        let share = a_year / scope.yearly_spend(segment);
        // less where they are too small to be noticed as a discount
        let hold = personal * share * scope.noticed(share);
        Deal { hold: hold as f32, ..Deal::nothing(scope.who()) }
    });
}

/// How many gifts somebody entitled gets in the first year.
fn gifts_a_year(scope: &Scope, gift: &Gift) -> f64 {
    let (element, first) = (scope.element, scope.element.from);
    let works = |month: &usize| element.works_in(*month, scope.design.month(*month).month());
    let months = (first..first + 12).filter(works).count();
    match gift.occasion {
        Occasion::Holiday => months as f64,
        Occasion::Birthday => months as f64 / 12.0,
    }
}
