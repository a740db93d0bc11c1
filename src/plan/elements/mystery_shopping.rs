//! Test visits.

use super::{Scope, appeal};
use crate::design::MysteryShopping;
use crate::plan::world::WorldPlan;
use crate::units::Money;

/// The share of the employees visited in a month that does half of what visits can do.
const HALF: f64 = 0.02;

/// Test visits cost money each; their findings raise the staff, keep training fresh and show the gap between branches.
pub(super) fn apply(scope: &Scope, visits: &MysteryShopping, world: &mut WorldPlan) {
    let cost = Money::new(scope.at(visits.visits_per_month) * scope.at(visits.cost_per_visit));
    scope.each_month(&mut world.fixed, |fixed| fixed.service += cost);
    // where the number of employees is not stated, a visit a month is half of what can be done
    let employees = scope.at(scope.design.staff.employees);
    let half = if employees > 0.0 { HALF * employees } else { 1.0 };
    let seen = appeal::of(scope.at(visits.visits_per_month), half);
    let [praise, followed_up, narrows] =
        [visits.raises_experience_by, visits.prevents_forgetting, visits.narrows_gap]
            .map(|id| seen * scope.at(id));
    scope.each_month(&mut world.work.months, |work| {
        work.praise = praise;
        work.followed_up = work.followed_up.max(followed_up);
        work.narrows_gap = Some(work.narrows_gap.map_or(narrows, |other| other.max(narrows)));
    });
}
