//! Service that does not depend on the state of the staff: recovery of failures, test visits, quality.

use super::Scope;
use crate::design::{ElementKind, NumberId};
use crate::plan::response::hazard;
use crate::plan::world::WorldPlan;

/// Applies an element of service. What moves the staff is played as a whole once all elements are known.
pub(super) fn apply(scope: &Scope, world: &mut WorldPlan) {
    match scope.element.kind {
        ElementKind::MysteryShopping { visits_per_month, cost_per_visit, .. } => {
            mystery_shopping(scope, visits_per_month, cost_per_visit, world);
        }
        ElementKind::Quality { failures_per_purchase, unevenness } => {
            quality(scope, failures_per_purchase, unevenness, world);
        }
        ElementKind::ComplaintRecovery { recovered_fast, recovered_slowly, cost_per_case } => {
            recovery(scope, [recovered_fast, recovered_slowly, cost_per_case], world);
        }
        _ => {}
    }
}

/// Recovery replaces today's shares where it raises them, and today's cost per case.
fn recovery(scope: &Scope, [fast, slowly, cost]: [NumberId; 3], world: &mut WorldPlan) {
    let (fast, slowly, cost) = (scope.at(fast) as f32, scope.at(slowly) as f32, scope.at(cost) as f32);
    scope.each(world, |_, lever| {
        lever.recovered_fast = lever.recovered_fast.max(fast);
        lever.recovered_slowly = slowly.min(1.0 - lever.recovered_fast);
        lever.cost_per_recovery = cost;
    });
}

/// Test visits cost money each; what they do to the staff is played with the staff.
fn mystery_shopping(scope: &Scope, visits: NumberId, cost: NumberId, world: &mut WorldPlan) {
    let until = scope.element.until.min(scope.end);
    for fixed in world.fixed.iter_mut().take(until).skip(scope.element.from) {
        fixed.service += scope.at(visits) * scope.at(cost);
    }
}

/// Quality replaces today's chance of a failure and unevenness; of several elements the best holds.
fn quality(scope: &Scope, failures: Option<NumberId>, unevenness: Option<NumberId>, world: &mut WorldPlan) {
    let today = &scope.design.service;
    let failure = hazard(scope.at(failures.unwrap_or(today.failures_per_purchase)));
    let uneven = scope.at(unevenness.unwrap_or(today.unevenness)) as f32;
    scope.each(world, |_, lever| {
        lever.failure = lever.failure.min(failure);
        lever.unevenness = lever.unevenness.min(uneven);
    });
}
