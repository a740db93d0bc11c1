//! Elements that can be simulated but are probably unwise, and why.

use super::Look;
use crate::design::{Element, ElementKind, NumberId};

/// Months without a rest after which nobody looks up any more.
const LONG: usize = 12;

impl Look<'_> {
    /// A second look at what one element promises.
    pub(super) fn at_promises(&mut self, element: &Element) {
        match element.kind {
            ElementKind::PrizeDraw { prize_cost, .. } => self.at_excitement(element, prize_cost),
            ElementKind::Contest { prizes_per_month, .. } => self.at_excitement(element, prizes_per_month),
            ElementKind::Game { win_chance, .. } => self.at_excitement(element, win_chance),
            ElementKind::Gift { fits, delight, harm, .. } => self.at_gift(fits, delight, harm),
            ElementKind::Subscription { fee_per_year, discount, .. } => {
                self.at_fee(element, fee_per_year, discount);
            }
            ElementKind::Partner { settlement, .. } if self.central(settlement) < 0.7 => {
                let message =
                    format!("partners settle points at {} of face value only", self.central(settlement));
                let help = "whose customers collect more than they spend with you is paid for by you: partners must find the bargain fair to stay";
                self.warn("design::unfair", Some(settlement), message, help);
            }
            ElementKind::PersonalOffers { relevance, .. } if self.central(relevance) < 0.2 => {
                let message = format!("the offers suit {} of those who get them", self.central(relevance));
                let help =
                    "the same offer to all misses most of them and annoys some: choose better, or send fewer";
                self.warn("design::irrelevant", Some(relevance), message, help);
            }
            ElementKind::PaymentTerms { bad_debt, .. } => self.at_discount(element, bad_debt),
            ElementKind::Guarantee { claims, .. } => self.at_guarantee(claims),
            ElementKind::Charges { fee_per_purchase, .. } => {
                let message = "charges that nobody asked for are bad profit".to_owned();
                let help = "they earn at the expense of the relation: look at the NPS and at customers in three years, not at this year's income";
                self.warn("design::bad_profit", Some(fee_per_purchase), message, help);
            }
            _ => {}
        }
        self.at_rotation(element);
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

    fn at_gift(&mut self, fits: NumberId, delight: NumberId, harm: NumberId) {
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
