//! Offers that come round every few months.

use super::Scope;
use crate::design::{OpenTo, SpecialOffer};
use crate::plan::deal::{Deal, Who, Window};
use crate::plan::world::WorldPlan;

pub(super) fn apply(scope: &Scope, offer: &SpecialOffer, world: &mut WorldPlan) {
    let every = (scope.at(offer.every_months).round() as usize).max(1);
    let (depth, used) = (scope.off(offer.discount) as f32, scope.at(offer.take_up) as f32);
    let from = scope.element.from;
    let on = |month: usize| (month - from).is_multiple_of(every);
    let passes = depth * scope.passing(on, used.into());
    // a month has one such lever: an offer that meets another one there, or is for some only, is a deal
    let taken: Vec<bool> = (0..scope.design.horizon_months)
        .map(|month| world.levers.iter().any(|levers| levers[month].offer > 0.0))
        .collect();
    let receipts = scope.receipts(offer.from_receipt, depth.into());
    let who = Who { chance: Window { from: 0.0, to: used, times: 1.0 }, receipts, ..scope.who() };
    let aside = |month: usize| who.is_choosy() || taken[month];
    scope.give(world, |month| {
        let [discount, passes] = if on(month) && aside(month) { [depth, passes] } else { [0.0; 2] };
        Deal { discount, passes, ..Deal::nothing(who) }
    });
    scope.partners_share(world, who, |month| if on(month) && !aside(month) { depth } else { 0.0 });
    scope.each(world, |month, lever| {
        if on(month) && !aside(month) {
            (lever.offer, lever.offer_passes) = (depth, passes);
            lever.offer_take_up = used;
            lever.offer_members = scope.element.who.open_to == OpenTo::Members;
        }
    });
}
