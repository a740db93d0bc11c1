//! Test visits.

use super::Scope;
use crate::design::MysteryShopping;
use crate::plan::world::WorldPlan;
use crate::units::Money;

/// Test visits cost money each; their findings raise the staff, keep training fresh and show the gap between branches.
pub(super) fn apply(scope: &Scope, visits: &MysteryShopping, world: &mut WorldPlan) {
    let cost = Money::new(scope.at(visits.visits_per_month) * scope.at(visits.cost_per_visit));
    scope.each_month(&mut world.fixed, |fixed| fixed.service += cost);
    let [praise, followed_up, narrows] =
        [visits.raises_experience_by, visits.prevents_forgetting, visits.narrows_gap].map(|id| scope.at(id));
    scope.each_month(&mut world.work.months, |work| {
        work.praise = praise;
        work.followed_up = work.followed_up.max(followed_up);
        work.narrows_gap = Some(work.narrows_gap.map_or(narrows, |other| other.max(narrows)));
    });
}
