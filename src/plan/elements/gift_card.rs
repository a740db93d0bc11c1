//! Prepaid cards.

use super::Scope;
use crate::design::GiftCard;
use crate::plan::card_terms::CardTerms;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// The value of a card, as a share of a usual receipt, from which a holder comes for its sake; a smaller one brings fewer, with its square, so that
/// change does not win friends.
const WORTH_A_VISIT: f64 = 0.5;

/// Cards are sold at purchases; what becomes of them is booked with the cards.
pub(super) fn apply(scope: &Scope, card: &GiftCard, world: &mut WorldPlan) {
    let terms = CardTerms {
        used: scope.at(card.use_chance),
        forgotten: scope.at(card.forgotten),
        expiry_months: scope.at(card.expiry_months).round() as usize,
        displaced: scope.at(card.displaced),
        overspend: scope.at(card.overspend),
        friends: 0.0,
        interest: scope.at(scope.design.business.cost_of_capital) / 12.0,
    };
    let (value, brings) = (scope.at(card.value), scope.at(card.brings_friend));
    scope.each_in(world, |segment, _, lever| {
        let worth_a_visit = (value / (WORTH_A_VISIT * scope.receipt(segment))).min(1.0);
        lever.cards = CardTerms { friends: brings * worth_a_visit * worth_a_visit / value, ..terms };
    });
    let sold = scope.at(card.sold_per_purchase) * appeal(terms.used, terms.expiry_months);
    scope.give(world, |_| Deal::nothing(scope.who()).paying(Flow::CardsSold, Per::Purchase, sold));
}

/// Buyers see when a card expires: of what is sold without an end, the share that is left. Both the chance that there will be time to use
/// it and the sum that one dares to give fall with it, so it counts twice.
fn appeal(used: f64, expiry_months: usize) -> f64 {
    if expiry_months == 0 {
        return 1.0;
    }
    let in_time = 1.0 - libm::pow(1.0 - used, expiry_months as f64);
    in_time * in_time
}
