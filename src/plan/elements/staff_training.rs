//! Training.

use super::Scope;
use crate::design::StaffTraining;
use crate::plan::work::Training;
use crate::plan::world::WorldPlan;

/// What a training gives is what it lifts above today's share of contacts handled to standard; what is left of it is played with the staff.
pub(super) fn apply(scope: &Scope, training: &StaffTraining, world: &mut WorldPlan) {
    let today = scope.at(scope.design.service.proper_contacts);
    world.work.trainings.push(Training {
        segments: scope.element.segments.clone(),
        from: scope.element.from,
        until: scope.element.until.min(scope.end),
        gain: (scope.at(training.lifts_proper_contacts_to) - today).max(0.0),
        half_life: scope.at(training.fades_half_life_months),
        left: 1.0,
    });
}
