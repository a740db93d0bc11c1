//! Failures put right faster and more often.

use super::Scope;
use crate::design::ComplaintRecovery;
use crate::plan::world::WorldPlan;

/// Recovery replaces today's shares where it raises them, and today's cost per case.
pub(super) fn apply(scope: &Scope, recovery: &ComplaintRecovery, world: &mut WorldPlan) {
    let [fast, slowly, cost] = [recovery.recovered_fast, recovery.recovered_slowly, recovery.cost_per_case]
        .map(|id| scope.at(id) as f32);
    scope.each(world, |_, lever| {
        lever.recovered_fast = lever.recovered_fast.max(fast);
        lever.recovered_slowly = slowly.min(1.0 - lever.recovered_fast);
        lever.cost_per_recovery = cost;
    });
}
