//! Elements that can be simulated but are probably unwise, and why.

use super::Look;
use crate::design::{
    Charges, Contest, Element, Game, Gift, Guarantee, NumberId, Partner, PaymentTerms, PersonalOffers,
    PrizeDraw, Subscription, Variant,
};

/// Months without a rest after which nobody looks up any more.
const LONG: usize = 12;

impl Look<'_> {
    /// A second look at what one element promises.
    pub(super) fn at_promises(&mut self, element: &Element) {
        self.at_play(element);
        self.at_terms(element);
        self.at_rotation(element);
    }

    /// What is exciting as long as it is new, and what is to please.
    fn at_play(&mut self, element: &Element) {
        if let Some(draw) = PrizeDraw::of(&element.kind) {
            self.at_excitement(element, draw.prize_cost);
        }
        if let Some(contest) = Contest::of(&element.kind) {
            self.at_excitement(element, contest.prizes_per_month);
        }
        if let Some(game) = Game::of(&element.kind) {
            self.at_excitement(element, game.win_chance);
        }
        if let Some(gift) = Gift::of(&element.kind) {
            self.at_gift(gift);
        }
        let offers = PersonalOffers::of(&element.kind).map(|offers| offers.relevance);
        if let Some(relevance) = offers.filter(|relevance| self.central(*relevance) < 0.2) {
            let message = format!("the offers suit {} of those who get them", self.central(relevance));
            let help =
                "the same offer to all misses most of them and annoys some: choose better, or send fewer";
            self.warn("design::irrelevant", Some(relevance), message, help);
        }
    }

    /// Terms that one side regrets.
    fn at_terms(&mut self, element: &Element) {
        if let Some(subscription) = Subscription::of(&element.kind) {
            self.at_fee(element, subscription.fee_per_year, subscription.discount);
        }
        let partner = Partner::of(&element.kind).map(|partner| partner.settlement);
        if let Some(settlement) = partner.filter(|settlement| self.central(*settlement) < 0.7) {
            let message =
                format!("partners settle points at {} of face value only", self.central(settlement));
            let help = "whose customers collect more than they spend with you is paid for by you: partners must find the bargain fair to stay";
            self.warn("design::unfair", Some(settlement), message, help);
        }
        if let Some(credit) = PaymentTerms::of(&element.kind) {
            self.at_discount(element, credit.bad_debt);
        }
        if let Some(guarantee) = Guarantee::of(&element.kind) {
            self.at_guarantee(guarantee.claims);
        }
        if let Some(charges) = Charges::of(&element.kind) {
            let message = "charges that nobody asked for are bad profit".to_owned();
            let help = "they earn at the expense of the relation: look at the NPS and at customers in three years, not at this year's income";
            self.warn("design::bad_profit", Some(charges.fee_per_purchase), message, help);
        }
    }

    /// What goes on without a rest stops being an event.
    fn at_excitement(&mut self, element: &Element, at: NumberId) {
        let rests = !element.calendar.is_empty() || element.turn.is_some();
        if !rests && element.until - element.from > LONG {
            let months = element.until - element.from;
            let message = format!("`{}` runs for {months} months without a rest", element.path);
            let help = "what is always there stops being noticed: limit it by `calendar`, or let it take turns (`rotation`)";
            self.warn("design::habituation", Some(at), message, help);
        }
    }

    fn at_gift(&mut self, gift: &Gift) {
        let &Gift { fits, delight, harm, .. } = gift;
        let fit = self.central(fits);
        if fit * self.central(delight) <= (1.0 - fit) * self.central(harm) {
            let message = format!("a gift that suits {fit} of those who get it does more harm than good");
            let help =
                "an unfit gift shows that the customer is not known: ask what would please, or give none";
            self.warn("design::unfit", Some(fits), message, help);
        }
    }

    /// Does the fee pay for a typical customer?
    fn at_fee(&mut self, element: &Element, fee: NumberId, discount: NumberId) {
        for segment in self.users(element) {
            let spend = self.central(segment.purchases_per_year) * self.central(segment.basket);
            let saved = spend * self.central(discount);
            if saved < self.central(fee) {
                let message = format!(
                    "a typical customer of \"{}\" saves {saved:.0} a year with it and pays {}",
                    segment.name,
                    self.central(fee)
                );
                let help =
                    "only heavy buyers gain; the others pay for what they do not use, until they notice";
                self.warn("design::unused", Some(fee), message, help);
            }
        }
    }

    fn at_guarantee(&mut self, claims: NumberId) {
        const OFTEN: f64 = 0.1;
        let failures = self.central(self.design.service.failures_per_purchase);
        if failures >= OFTEN {
            let message =
                format!("{failures} of purchases go wrong today, and the guarantee pays for many of them");
            let help = "mend the failures first: a guarantee is cheap only where it is seldom needed";
            self.warn("design::too_early", Some(claims), message, help);
        }
    }

    /// A rotation needs somebody to take turns with.
    fn at_rotation(&mut self, element: &Element) {
        if let Some(turn) = element.turn.as_ref().filter(|turn| turn.cycle == turn.months) {
            let message = format!("`{}` is alone in the rotation \"{}\"", element.path, turn.rotation);
            let help = "it works without a rest: give another element the same `rotation`, or use `calendar`";
            self.warn("design::rotation", Some(element.setup_cost), message, help);
        }
    }
}
