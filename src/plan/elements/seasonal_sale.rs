//! Sales in the same months of every year.

use super::Scope;
use crate::design::{OpenTo, SeasonalSale};
use crate::plan::deal::{Deal, Who};
use crate::plan::world::WorldPlan;

pub(super) fn apply(scope: &Scope, sale: &SeasonalSale, world: &mut WorldPlan) {
    let depth = scope.off(sale.discount) as f32;
    let on = |month: usize| sale.months.contains(&scope.design.start.plus(month as i32).month());
    let who = Who { receipts: scope.receipts(sale.from_receipt, depth.into()), ..scope.who() };
    if who.is_choosy() {
        scope.give(world, |month| Deal {
            discount: if on(month) { depth } else { 0.0 },
            ..Deal::nothing(who)
        });
        return;
    }
    scope.partners_share(world, scope.who(), |month| if on(month) { depth } else { 0.0 });
    let members = scope.element.who.open_to == OpenTo::Members;
    scope.each(world, |month, lever| {
        if on(month) {
            let add = lever.discounts_add;
            let sale = if members { &mut lever.member_sale } else { &mut lever.sale };
            *sale = if add { *sale + depth } else { sale.max(depth) };
        }
    });
}
