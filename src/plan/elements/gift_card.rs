//! Prepaid cards.

use super::Scope;
use crate::design::GiftCard;
use crate::plan::card_terms::CardTerms;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// The value of a card, as a share of a usual receipt, from which a holder comes for its sake; a smaller one brings fewer, with its square, so that
/// change does not win friends.
const WORTH_A_VISIT: f64 = 0.5;
/// The largest card that sells as well as others, in usual receipts; or the share of a year's usual spend, where that is more.
const LARGEST: (f64, f64) = (3.0, 0.25);

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
    scope.give_each(world, |segment, _| {
        let suits = suits(value, scope.receipt(segment), scope.yearly_spend(segment));
        Deal::nothing(scope.who()).paying(Flow::CardsSold, Per::Purchase, sold * suits)
    });
}

/// How well a card of this value sells to those who spend so much at a purchase and in a year: from half of a receipt to three, or to a quarter of
/// a year's spend, as well as any; a smaller one is no gift, a larger one more than one would give, each with the square.
fn suits(value: f64, receipt: f64, year: f64) -> f64 {
    let least = WORTH_A_VISIT * receipt;
    let most = (LARGEST.0 * receipt).max(LARGEST.1 * year);
    let near = (value / least).min(most / value).min(1.0);
    near * near
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

#[cfg(test)]
mod tests {
    use super::suits;

    /// On receipts of 40, twelve a year: cards of 20 to 120 sell alike, one of 10 a quarter, one of 1,000 hardly. Whoever drinks a coffee of 4 on every
    /// other day may well be given a card of 100.
    #[test]
    fn cards_sell_that_suit_what_customers_spend() {
        let of = |value| suits(value, 40.0, 480.0);
        assert_eq!([10.0, 20.0, 50.0, 120.0, 240.0].map(of), [0.25, 1.0, 1.0, 1.0, 0.25]);
        assert!((of(1000.0) - 0.0144).abs() < 1e-12 && of(0.01) < 1e-6);
        assert_eq!(suits(100.0, 4.0, 720.0), 1.0);
    }
}
