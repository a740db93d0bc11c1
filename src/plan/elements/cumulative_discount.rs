//! The ladder of discounts.

use super::Scope;
use crate::design::{CumulativeDiscount, LadderBy, MAX_LADDER_STEPS};
use crate::plan::levers::Ladder;
use crate::plan::world::WorldPlan;

/// Years ahead that customers look when they count on a step.
const YEARS_AHEAD: f64 = 3.0;

pub(super) fn apply(scope: &Scope, discount: &CumulativeDiscount, world: &mut WorldPlan) {
    let mut ladder = Ladder::NONE;
    let mut before = 0.0;
    for (k, step) in discount.steps.iter().take(MAX_LADDER_STEPS).enumerate() {
        let depth = scope.off(step.discount) as f32;
        // thresholds that cross in a draw are put in order
        ladder.from[k] = (scope.at(step.from) as f32).max(if k > 0 { ladder.from[k - 1] } else { 0.0 });
        ladder.adds[k] = depth - before;
        before = depth;
    }
    scope.each_in(world, |segment, _, lever| {
        lever.ladder = true;
        lever.promise(within_reach(scope, discount, segment));
        match discount.by {
            LadderBy::Purchases => lever.by_purchases = ladder,
            LadderBy::Spend => lever.by_spend = ladder,
        }
    });
}

/// The best discount as it looks to a usual customer: the farther away a step is, the less it counts.
fn within_reach(scope: &Scope, discount: &CumulativeDiscount, segment: usize) -> f64 {
    let yearly = match discount.by {
        LadderBy::Purchases => scope.at(scope.design.segments[segment].purchases_per_year),
        LadderBy::Spend => scope.yearly_spend(segment),
    };
    let steps = discount.steps.iter().map(|step| {
        let near = (YEARS_AHEAD * yearly / scope.at(step.from).max(f64::MIN_POSITIVE)).min(1.0);
        scope.off(step.discount) * near * near
    });
    steps.fold(0.0, f64::max)
}
