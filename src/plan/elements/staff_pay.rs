//! Better or worse pay.

use super::Scope;
use crate::design::StaffPay;
use crate::plan::world::WorldPlan;

/// Of several raises the highest holds.
pub(super) fn apply(scope: &Scope, pay: &StaffPay, world: &mut WorldPlan) {
    let by = scope.at(pay.raises_pay_by);
    scope.each_month(&mut world.work.months, |work| {
        work.raise = Some(work.raise.map_or(by, |other| other.max(by)));
    });
}
