//! Discounts: the cumulative ladder, seasonal sales, special offers.

use super::Scope;
use crate::design::{LadderBy, LadderStep, NumberId, OpenTo};
use crate::plan::deal::{Deal, Who, Window};
use crate::plan::levers::{LADDER_STEPS, Ladder};
use crate::plan::world::WorldPlan;

pub(super) fn cumulative(scope: &Scope, by: LadderBy, steps: &[LadderStep], world: &mut WorldPlan) {
    let mut ladder = Ladder::NONE;
    let mut before = 0.0;
    for (k, step) in steps.iter().take(LADDER_STEPS).enumerate() {
        let discount = scope.at(step.discount) as f32;
        // thresholds that cross in a draw are put in order
        ladder.from[k] = (scope.at(step.from) as f32).max(if k > 0 { ladder.from[k - 1] } else { 0.0 });
        ladder.adds[k] = discount - before;
        before = discount;
    }
    scope.each(world, |_, lever| {
        lever.ladder = true;
        lever.membership_lift = 1.0;
        match by {
            LadderBy::Purchases => lever.by_purchases = ladder,
            LadderBy::Spend => lever.by_spend = ladder,
        }
    });
}

pub(super) fn seasonal_sale(
    scope: &Scope,
    months: &[u8],
    discount: NumberId,
    open_to: OpenTo,
    world: &mut WorldPlan,
) {
    let depth = scope.at(discount) as f32;
    let start = scope.design.start;
    if scope.who().is_choosy() {
        let on = |month: usize| months.contains(&start.plus(month as i32).month());
        scope.give(world, |month| Deal {
            discount: if on(month) { depth } else { 0.0 },
            ..Deal::nothing(scope.who())
        });
        return;
    }
    let on = |month: usize| months.contains(&start.plus(month as i32).month());
    scope.partners_share(world, scope.who(), |month| if on(month) { depth } else { 0.0 });
    scope.each(world, |month, lever| {
        if on(month) {
            let add = lever.discounts_add;
            let sale = if open_to == OpenTo::Members { &mut lever.member_sale } else { &mut lever.sale };
            *sale = if add { *sale + depth } else { sale.max(depth) };
        }
    });
}

pub(super) fn special_offer(
    scope: &Scope,
    discount: NumberId,
    every_months: NumberId,
    take_up: NumberId,
    open_to: OpenTo,
    world: &mut WorldPlan,
) {
    let every = (scope.at(every_months).round() as usize).max(1);
    let (depth, used) = (scope.at(discount) as f32, scope.at(take_up) as f32);
    let from = scope.element.from;
    let on = |month: usize| (month - from).is_multiple_of(every);
    // a month has one such lever: an offer that meets another one there, or is for some only, is a deal
    let taken: Vec<bool> = (0..scope.design.horizon_months)
        .map(|month| world.levers.iter().any(|levers| levers[month].offer > 0.0))
        .collect();
    let aside = |month: usize| scope.who().is_choosy() || taken[month];
    let who = Who { chance: Window { from: 0.0, to: used, times: 1.0 }, ..scope.who() };
    scope.give(world, |month| Deal {
        discount: if on(month) && aside(month) { depth } else { 0.0 },
        ..Deal::nothing(who)
    });
    scope.partners_share(world, who, |month| if on(month) && !aside(month) { depth } else { 0.0 });
    scope.each(world, |month, lever| {
        if on(month) && !aside(month) {
            lever.offer = depth;
            lever.offer_take_up = used;
            lever.offer_members = open_to == OpenTo::Members;
        }
    });
}
