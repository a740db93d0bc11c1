//! The ladder of discounts.

use super::Scope;
use crate::design::{CumulativeDiscount, LadderBy};
use crate::plan::levers::{LADDER_STEPS, Ladder};
use crate::plan::world::WorldPlan;

pub(super) fn apply(scope: &Scope, discount: &CumulativeDiscount, world: &mut WorldPlan) {
    let mut ladder = Ladder::NONE;
    let mut before = 0.0;
    for (k, step) in discount.steps.iter().take(LADDER_STEPS).enumerate() {
        let depth = scope.at(step.discount) as f32;
        // thresholds that cross in a draw are put in order
        ladder.from[k] = (scope.at(step.from) as f32).max(if k > 0 { ladder.from[k - 1] } else { 0.0 });
        ladder.adds[k] = depth - before;
        before = depth;
    }
    scope.each(world, |_, lever| {
        lever.ladder = true;
        lever.membership_lift = 1.0;
        match discount.by {
            LadderBy::Purchases => lever.by_purchases = ladder,
            LadderBy::Spend => lever.by_spend = ladder,
        }
    });
}
