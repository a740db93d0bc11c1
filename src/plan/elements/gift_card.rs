//! Prepaid cards.

use super::Scope;
use crate::design::GiftCard;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::levers::CardTerms;
use crate::plan::world::WorldPlan;

/// Cards are sold at purchases; what becomes of them is booked with the cards.
pub(super) fn apply(scope: &Scope, card: &GiftCard, world: &mut WorldPlan) {
    let terms = CardTerms {
        used: scope.at(card.use_chance),
        forgotten: scope.at(card.forgotten),
        expiry_months: scope.at(card.expiry_months).round() as usize,
        displaced: scope.at(card.displaced),
        overspend: scope.at(card.overspend),
        friends: scope.at(card.brings_friend) / scope.at(card.value),
        interest: scope.at(scope.design.business.cost_of_capital) / 12.0,
    };
    scope.each(world, |_, lever| lever.cards = terms);
    scope.give(world, |_| {
        Deal::nothing(scope.who()).paying(Flow::CardsSold, Per::Purchase, scope.at(card.sold_per_purchase))
    });
}
