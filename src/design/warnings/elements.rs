//! Elements that can be simulated but are probably unwise, and why.

use super::{Arg, Look, Saying};
use crate::design::{
    Contest, CumulativeDiscount, Element, Game, Gift, Guarantee, Messages, NumberId, Occasion, Partner,
    PaymentTerms, PersonalOffers, PointsEvent, PrizeDraw, SeasonalSale, SpecialOffer, Subscription, Tier,
    Tiers, TradeIn, Variant, WinBack, response_as_tried,
};

/// How many times a usual receipt hardly any receipt is.
const FAR: f64 = 5.0;
/// How many more purchases messages hardly ever bring about, as a share: a judgement.
const MUCH_FOR_MESSAGES: f64 = 0.25;
/// Share of a spend above which a gift for it is dear.
const DEAR: f64 = 0.5;
/// Months without a rest after which nobody looks up any more.
const LONG: usize = 12;

impl Look<'_> {
    /// A second look at what one element promises.
    pub(super) fn at_promises(&mut self, element: &Element) {
        self.at_play(element);
        self.at_terms(element);
        self.at_rotation(element);
        self.at_goods(element);
        self.at_no_discount(element);
        self.at_bare_tiers(element);
        self.at_contracts(element);
        self.at_thresholds(element);
        self.at_win_back(element);
        self.at_messages(element);
    }

    /// Messages beyond the number that was tried, and more purchases than messages bring about.
    fn at_messages(&mut self, element: &Element) {
        let Some(messages) = Messages::of(&element.kind) else { return };
        let behaviour = &self.design.behaviour;
        let (own, tried) = (self.central(messages.per_month), self.central(behaviour.message_tried));
        if own > tried {
            let what = Saying::new("check-messages-untried").with("element", &element.path);
            self.warn(Some(messages.per_month), what.with("tried", Arg::rounded(tried, 1)));
        }
        let [optimum, shape, lift, share] = [
            behaviour.message_optimum,
            behaviour.message_shape,
            behaviour.message_lift,
            behaviour.relationship_seekers,
        ]
        .map(|id| self.central(id));
        let rise = share * lift * response_as_tried(own, tried, optimum, shape);
        if rise > MUCH_FOR_MESSAGES {
            let what = Saying::new("check-message-lift").with("element", &element.path);
            let what = what.with("rise", Arg::rounded(100.0 * rise, 0));
            self.warn(Some(messages.per_month), what.with("most", 100.0 * MUCH_FOR_MESSAGES));
        }
    }

    /// What only brings purchases, for customers who all pay one bill a month.
    fn at_contracts(&mut self, element: &Element) {
        let kind = &element.kind;
        let sells = [
            PaymentTerms::of(kind).map(|credit| credit.months),
            TradeIn::of(kind).map(|trade| trade.allowance),
            Game::of(kind).map(|game| game.win_chance),
            PrizeDraw::of(kind).map(|draw| draw.prize_cost),
        ];
        let Some(at) = sells.into_iter().flatten().next() else { return };
        if self.users(element).iter().all(|segment| segment.contract.is_some()) {
            self.warn(Some(at), Saying::new("check-nobody-buys-more").with("element", &element.path));
        }
    }

    /// A discount from a receipt on that hardly any receipt reaches.
    fn at_thresholds(&mut self, element: &Element) {
        let kind = &element.kind;
        let sale = SeasonalSale::of(kind).map(|sale| sale.from_receipt);
        let Some(from) = sale.or(SpecialOffer::of(kind).map(|offer| offer.from_receipt)) else { return };
        let usual =
            self.users(element).iter().map(|segment| self.central(segment.basket)).fold(0.0, f64::max);
        if self.central(from) > FAR * usual {
            let what = Saying::new("check-far-receipt").with("element", &element.path);
            self.warn(Some(from), what.with("usual", usual));
        }
    }

    /// An offer to those who have left that offers nothing.
    fn at_win_back(&mut self, element: &Element) {
        let Some(offer) = WinBack::of(&element.kind) else { return };
        if self.central(offer.discount) == 0.0 && self.central(offer.gift) == 0.0 {
            let what = Saying::new("check-empty-win-back").with("element", &element.path);
            self.warn(Some(offer.discount), what);
        }
    }

    /// Tiers that are but a name: what pleases in them has neither a content nor a cost.
    fn at_bare_tiers(&mut self, element: &Element) {
        let Some(tiers) = Tiers::of(&element.kind) else { return };
        let costs = |element: &Element| {
            let each = [element.cost_per_month, element.cost_per_member_per_year];
            each.iter().any(|id| self.central(*id) > 0.0)
        };
        let bare = |tier: &Tier| {
            let [discount, cost, multiple] =
                [tier.discount, tier.cost_per_member_per_year, tier.earn_multiple].map(|id| self.central(id));
            discount == 0.0 && cost == 0.0 && multiple <= 1.0 && self.central(tier.recognition) > 0.0
        };
        let elements = self.design.program.iter().flat_map(|program| &program.elements);
        let mut for_tiers = elements.filter(|other| other.who.tier > 0);
        if for_tiers.next().is_none() && !costs(element) && tiers.tiers.iter().all(bare) {
            let what = Saying::new("check-bare-tiers").with("element", &element.path);
            self.warn(tiers.tiers.first().map(|tier| tier.threshold), what);
        }
    }

    /// An element that is a discount and grants none.
    fn at_no_discount(&mut self, element: &Element) {
        let kind = &element.kind;
        let sale = SeasonalSale::of(kind).is_some() || SpecialOffer::of(kind).is_some();
        if !(sale || CumulativeDiscount::of(kind).is_some()) {
            return;
        }
        let none = |id: &NumberId| {
            let distribution = &self.design.numbers[*id].distribution;
            distribution.is_certain() && distribution.central() == 0.0
        };
        let discounts = element.discounts();
        if discounts.iter().all(none) {
            let what = Saying::new("check-no-discount").with("element", &element.path);
            self.warn(discounts.first().copied(), what);
        }
    }

    /// What is exciting, or an event, as long as it is new, and what is to please.
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
        if let Some(event) = PointsEvent::of(&element.kind) {
            self.at_excitement(element, event.multiple);
        }
        if let Some(gift) = Gift::of(&element.kind) {
            self.at_gift(element, gift);
        }
        let offers = PersonalOffers::of(&element.kind).map(|offers| offers.relevance);
        if let Some(relevance) = offers.filter(|relevance| self.central(*relevance) < 0.2) {
            let what = Saying::new("check-irrelevant").with("relevance", self.central(relevance));
            self.warn(Some(relevance), what);
        }
    }

    /// Terms that one side regrets.
    fn at_terms(&mut self, element: &Element) {
        if let Some(subscription) = Subscription::of(&element.kind) {
            self.at_fee(element, subscription.fee_per_year, subscription.discount);
        }
        let partner = Partner::of(&element.kind).map(|partner| partner.settlement);
        if let Some(settlement) = partner.filter(|settlement| self.central(*settlement) < 0.7) {
            let what = Saying::new("check-unfair").with("settlement", self.central(settlement));
            self.warn(Some(settlement), what);
        }
        if let Some(guarantee) = Guarantee::of(&element.kind) {
            self.at_guarantee(guarantee.claims);
        }
    }

    /// Goods at a discount that exceeds their margin are sold below cost.
    fn at_goods(&mut self, element: &Element) {
        let goods = self.design.groups_of(element);
        let margin = self.design.margin_of(goods, |id| self.design.central(id));
        let Some(margin) = margin.filter(|_| !element.groups.is_empty()) else { return };
        for discount in element.discounts() {
            if self.central(discount) > margin {
                let what = Saying::new("check-below-cost").with("path", self.path(discount));
                let what = what.with("discount", self.central(discount));
                self.warn(Some(discount), what.with("margin", Arg::rounded(margin, 3)));
            }
        }
    }

    /// What goes on without a rest stops being an event.
    fn at_excitement(&mut self, element: &Element, at: NumberId) {
        let rests = !element.calendar.is_empty() || element.turn.is_some();
        if !rests && element.until - element.from > LONG {
            let months = element.until - element.from;
            let what = Saying::new("check-habituation").with("element", &element.path);
            self.warn(Some(at), what.with("months", months));
        }
    }

    fn at_gift(&mut self, element: &Element, gift: &Gift) {
        let &Gift { fits, delight, harm, .. } = gift;
        if gift.occasion == Occasion::Spend {
            return self.at_target(element, gift);
        }
        let fit = self.central(fits);
        if fit * self.central(delight) <= (1.0 - fit) * self.central(harm) {
            self.warn(Some(fits), Saying::new("check-unfit").with("fit", fit));
        }
    }

    /// What everybody spends anyway is no target, nor what hardly anybody spends.
    fn at_target(&mut self, element: &Element, gift: &Gift) {
        let (from, part_of_year) =
            (self.central(gift.from_spend), self.central(gift.within_months).round() / 12.0);
        let baskets: Vec<f64> = self.users(element).iter().map(|s| self.central(s.basket)).collect();
        let years = self.users(element).into_iter().map(|s| self.central(s.purchases_per_year));
        let spends: Vec<f64> =
            years.zip(&baskets).map(|(year, basket)| year * basket * part_of_year).collect();
        let least = spends.iter().copied().fold(f64::INFINITY, f64::min);
        if least.is_finite() && least >= from {
            let what = Saying::new("check-no-target").with("element", &element.path);
            self.warn(Some(gift.from_spend), what.with("usual", Arg::rounded(least, 0)));
        }
        let most = spends.iter().chain(&baskets).copied().fold(0.0, f64::max);
        if from > FAR * most {
            let what = Saying::new("check-far-target").with("element", &element.path);
            self.warn(Some(gift.from_spend), what.with("usual", Arg::rounded(most, 0)));
        }
        self.at_dear_gift(element, gift, baskets.into_iter().fold(f64::INFINITY, f64::min).max(from));
    }

    /// A gift that gives back much of what is spent for it, or more.
    fn at_dear_gift(&mut self, element: &Element, gift: &Gift, spent: f64) {
        let share = self.central(gift.cost_per_gift) / spent;
        if !share.is_finite() || share <= DEAR {
            return;
        }
        let key = if share >= 1.0 { "check-gift-above-spend" } else { "check-dear-gift" };
        let what = Saying::new(key).with("element", &element.path).with("spent", Arg::rounded(spent, 0));
        let what = what.with("cost", self.central(gift.cost_per_gift));
        self.warn(Some(gift.cost_per_gift), what);
    }

    /// Does the fee pay for a typical customer?
    fn at_fee(&mut self, element: &Element, fee: NumberId, discount: NumberId) {
        for segment in self.users(element) {
            let spend = self.central(segment.purchases_per_year) * self.central(segment.basket);
            let saved = spend * self.central(discount);
            if saved < self.central(fee) {
                let what = Saying::new("check-unused").with("segment", &segment.name);
                let what = what.with("saved", Arg::rounded(saved, 0)).with("fee", self.central(fee));
                self.warn(Some(fee), what);
            }
        }
    }

    fn at_guarantee(&mut self, claims: NumberId) {
        const OFTEN: f64 = 0.1;
        let failures = self.central(self.design.service.failures_per_purchase);
        if failures >= OFTEN {
            self.warn(Some(claims), Saying::new("check-too-early").with("failures", failures));
        }
    }

    /// A rotation needs somebody to take turns with.
    fn at_rotation(&mut self, element: &Element) {
        if let Some(turn) = element.turn.as_ref().filter(|turn| turn.cycle == turn.months) {
            let what = Saying::new("check-rotation").with("element", &element.path);
            self.warn(Some(element.setup_cost), what.with("rotation", &turn.rotation));
        }
    }
}
