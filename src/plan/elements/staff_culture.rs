//! What makes work good and worth doing.

use super::Scope;
use crate::design::StaffCulture;
use crate::plan::world::WorldPlan;

/// Culture replaces today's experience and meaning where it raises them.
pub(super) fn apply(scope: &Scope, culture: &StaffCulture, world: &mut WorldPlan) {
    let experience = culture.raises_experience_to.map(|id| scope.at(id));
    let meaning = culture.raises_meaning_to.map(|id| scope.at(id));
    let better = |old: f64, new: Option<f64>| new.map_or(old, |new| old.max(new));
    scope.each_month(&mut world.work.months, |work| {
        work.experience = better(work.experience, experience);
        work.meaning = better(work.meaning, meaning);
    });
}
