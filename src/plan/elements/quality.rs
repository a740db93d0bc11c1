//! Fewer failures and more even service.

use super::Scope;
use crate::design::Quality;
use crate::plan::response::hazard;
use crate::plan::world::WorldPlan;

/// Quality replaces today's chance of a failure and unevenness; of several elements the best holds.
pub(super) fn apply(scope: &Scope, quality: &Quality, world: &mut WorldPlan) {
    let today = &scope.design.service;
    let failure = hazard(scope.at(quality.failures_per_purchase.unwrap_or(today.failures_per_purchase)));
    let uneven = scope.at(quality.unevenness.unwrap_or(today.unevenness)) as f32;
    scope.each(world, |_, lever| {
        lever.failure = lever.failure.min(failure);
        lever.unevenness = lever.unevenness.min(uneven);
    });
}
