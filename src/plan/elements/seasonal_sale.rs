//! Sales in the same months of every year.

use super::Scope;
use crate::design::{OpenTo, SeasonalSale};
use crate::plan::deal::{Deal, Who};
use crate::plan::world::WorldPlan;

/// In the month before a sale those who know of it may wait: it has been there before.
fn wait(scope: &Scope, on: impl Fn(usize) -> bool, depth: f32, world: &mut WorldPlan) {
    // a stop of the program is not known beforehand
    let sale = |month: usize| on(month) && scope.element.works_in(month, scope.design.month(month).month());
    scope.give_any(world, |month| {
        let known = (scope.element.from..month).any(sale);
        let waits = known && sale(month + 1) && !sale(month);
        waits.then(|| Deal { awaited: depth, ..Deal::nothing(scope.who()) })
    });
}

pub(super) fn apply(scope: &Scope, sale: &SeasonalSale, world: &mut WorldPlan) {
    let depth = scope.off(sale.discount) as f32;
    let on = |month: usize| sale.months.contains(&scope.design.start.plus(month as i32).month());
    let passes = depth * scope.passing(on, 1.0);
    let who = Who { receipts: scope.receipts(sale.from_receipt, depth.into()), ..scope.who() };
    let waiting = scope.at(scope.design.behaviour.put_off) > 0.0 && scope.noticed(depth.into()) >= 1.0;
    if waiting && who.receipts.are_all() {
        wait(scope, on, depth, world);
    }
    if who.is_choosy() {
        scope.give(world, |month| {
            let [discount, passes] = if on(month) { [depth, passes] } else { [0.0; 2] };
            Deal { discount, passes, ..Deal::nothing(who) }
        });
        return;
    }
    scope.partners_share(world, scope.who(), |month| if on(month) { depth } else { 0.0 });
    let members = scope.element.who.open_to == OpenTo::Members;
    scope.each(world, |month, lever| {
        if on(month) {
            let add = lever.discounts_add;
            let (sale, passing) = if members {
                (&mut lever.member_sale, &mut lever.member_sale_passes)
            } else {
                (&mut lever.sale, &mut lever.sale_passes)
            };
            if add {
                (*sale, *passing) = (*sale + depth, *passing + passes);
            } else if depth > *sale {
                (*sale, *passing) = (depth, passes);
            }
        }
    });
}
