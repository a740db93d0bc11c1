//! Service: staff training and the recovery of failures.

use super::Scope;
use crate::design::NumberId;
use crate::plan::compile::WorldPlan;

/// Training lifts the share of proper contacts at once and fades with its half-life; it never makes service worse.
pub(super) fn training(scope: &Scope, lifts_to: NumberId, half_life: NumberId, world: &mut WorldPlan) {
    let base = scope.at(scope.design.service.proper_contacts);
    let gain = (scope.at(lifts_to) - base).max(0.0);
    let half_life = scope.at(half_life);
    let from = scope.element.from;
    scope.each(world, |month, lever| {
        let left = if half_life > 0.0 { libm::exp2(-((month - from) as f64) / half_life) } else { 1.0 };
        lever.proper_contacts = lever.proper_contacts.max((base + gain * left) as f32);
    });
}

/// Recovery replaces today's shares where it raises them, and today's cost per case.
pub(super) fn recovery(scope: &Scope, [fast, slowly, cost]: [NumberId; 3], world: &mut WorldPlan) {
    let (fast, slowly, cost) = (scope.at(fast) as f32, scope.at(slowly) as f32, scope.at(cost) as f32);
    scope.each(world, |_, lever| {
        lever.recovered_fast = lever.recovered_fast.max(fast);
        lever.recovered_slowly = slowly.min(1.0 - lever.recovered_fast);
        lever.cost_per_recovery = cost;
    });
}
