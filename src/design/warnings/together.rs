//! Elements that can live together but had better not, and elements that never get to work.

use super::{Look, Saying};
use crate::design::{
    ComplaintRecovery, CumulativeDiscount, Element, Messages, NumberId, OpenTo, Points, PreferentialTerms,
    Program, Reach, Referral, SeasonalSale, SpecialOffer, Stacking, Tiers, Twice, Variant,
};

/// A discount that is always there: its depth, and who has it.
struct Always<'d> {
    element: &'d Element,
    depth: f64,
    open_to: OpenTo,
}

impl<'d> Look<'d> {
    /// A second look at the elements as a whole.
    pub(super) fn at_combinations(&mut self, program: &'d Program) {
        self.at_discounts_never_used(program);
        self.at_multiples_of_nothing(program);
        self.at_repetitions(program);
        self.at_changed_points(program);
        for element in &program.elements {
            self.at_rest_for_ever(element);
            self.at_referral(element);
            self.at_shared_cost(element);
        }
    }

    /// Where only the best discount counts, one that is no deeper than what is always there moves nobody.
    fn at_discounts_never_used(&mut self, program: &'d Program) {
        if program.stacking != Stacking::Best {
            return;
        }
        let always: Vec<Always> = program.elements.iter().filter_map(|e| self.always(e)).collect();
        for element in &program.elements {
            let Some((discount, open_to)) = occasional(element) else { continue };
            let depth = self.central(discount);
            let hides = |known: &&Always| {
                let same_people = known.open_to == OpenTo::Everyone || open_to == OpenTo::Members;
                let all_along = known.element.from <= element.from && element.until <= known.element.until;
                let others = !std::ptr::eq(known.element, element);
                others
                    && same_people
                    && all_along
                    && self.covers(known.element, element)
                    && 0.0 < depth
                    && depth <= known.depth
            };
            if let Some(known) = always.iter().find(hides) {
                let what = Saying::new("check-hidden").with("path", self.path(discount)).with("depth", depth);
                let what = what.with("other", &known.element.path).with("always", known.depth);
                self.warn(Some(discount), what);
            }
        }
    }

    /// Whether an element gives a discount to all its customers in every month.
    fn always(&self, element: &'d Element) -> Option<Always<'d>> {
        let rests = !element.calendar.is_empty() || element.turn.is_some();
        let who = &element.who;
        let at = |id: Option<NumberId>, free: f64| id.map_or(free, |id| self.central(id));
        let chosen = who.tier > 0
            || at(who.tenure_months, 0.0) + at(who.entry_purchases, 0.0) + at(who.entry_spend, 0.0) > 0.0
            || at(who.entitled_share, 1.0) < 1.0;
        if rests || chosen {
            return None;
        }
        let depth = self.all_along(element)?;
        Some(Always { element, depth: self.central(depth), open_to: open_to(element) })
    }

    /// A discount that every purchase has, from the first one on.
    fn all_along(&self, element: &'d Element) -> Option<NumberId> {
        if let Some(ladder) = CumulativeDiscount::of(&element.kind) {
            return ladder
                .steps
                .first()
                .filter(|step| self.central(step.from) <= 1.0)
                .map(|step| step.discount);
        }
        if let Some(offer) = SpecialOffer::of(&element.kind) {
            let always = self.central(offer.every_months) <= 1.0 && self.central(offer.take_up) >= 1.0;
            return always.then_some(offer.discount);
        }
        PreferentialTerms::of(&element.kind).map(|terms| terms.discount)
    }

    /// Whether all who can use the second element can use the first.
    fn covers(&self, wide: &Element, narrow: &Element) -> bool {
        let can = |e: &Element, s: usize| e.is_for(s);
        (0..self.design.segments.len()).all(|s| can(wide, s) || !can(narrow, s))
    }

    /// Whether some customers can use both in some month.
    fn meet(&self, one: &Element, other: &Element) -> bool {
        let can = |e: &Element, s: usize| e.is_for(s);
        let people = (0..self.design.segments.len()).any(|s| can(one, s) && can(other, s));
        people && (one.from..one.until).any(|month| self.works(one, month) && self.works(other, month))
    }

    fn works(&self, element: &Element, month: usize) -> bool {
        let of_year = self.design.start.plus(month as i32).month();
        let on_sale = SeasonalSale::of(&element.kind).is_none_or(|sale| sale.months.contains(&of_year));
        on_sale && element.works_in(month, of_year)
    }

    /// Tiers that multiply points where there are none.
    fn at_multiples_of_nothing(&mut self, program: &'d Program) {
        for (element, scheme) in program.all::<Tiers>() {
            let Some(tier) = scheme.tiers.iter().find(|tier| self.central(tier.earn_multiple) > 1.0) else {
                continue;
            };
            if !program.all::<Points>().any(|(other, _)| self.meet(element, other)) {
                let what = Saying::new("check-no-points").with("tier", &tier.name);
                self.warn(Some(tier.earn_multiple), what);
            }
        }
    }

    /// Two of a kind whose effects and costs both count.
    fn at_repetitions(&mut self, program: &'d Program) {
        for (place, element) in program.elements.iter().enumerate() {
            let twice = program.elements[..place].iter().find(|other| {
                let same = element.facts() == other.facts() && element.facts().twice == Twice::Doubtful;
                same && self.meet(element, other)
            });
            if let Some(other) = twice {
                let what = Saying::new("check-twice").with("one", &other.path).with("other", &element.path);
                self.warn(Some(element.setup_cost), what);
            }
        }
    }

    /// A customer has one account: what he has collected under one scheme is spent under the next, at its value.
    fn at_changed_points(&mut self, program: &'d Program) {
        let can = |e: &Element, s: usize| e.is_for(s);
        let share =
            |a: &Element, b: &Element| (0..self.design.segments.len()).any(|s| can(a, s) && can(b, s));
        let value = |e: &Element| {
            let point_value = Points::of(&e.kind)?.point_value;
            Some((point_value, self.central(point_value)))
        };
        let mut changes = Vec::new();
        for (place, later) in program.elements.iter().enumerate() {
            let Some((id, new)) = value(later) else { continue };
            let before = program.elements[..place].iter().filter(|earlier| share(earlier, later));
            let other = before.filter_map(|e| Some((e, value(e)?.1))).find(|(_, old)| *old != new);
            changes.extend(other.map(|(earlier, old)| (id, new, &earlier.path, old)));
        }
        for (id, new, earlier, old) in changes {
            let what = Saying::new("check-revalued").with("path", self.path(id)).with("new", new);
            self.warn(Some(id), what.with("earlier", earlier).with("old", old));
        }
    }

    /// Calendar, rotation and dates that leave no month.
    fn at_rest_for_ever(&mut self, element: &'d Element) {
        if !(element.from..element.until).any(|month| self.works(element, month)) {
            let what = Saying::new("check-never").with("element", &element.path);
            self.warn(Some(element.setup_cost), what);
        }
    }

    /// What partners do not see.
    fn at_shared_cost(&mut self, element: &'d Element) {
        let by_customer = if element.is::<CumulativeDiscount>() || element.is::<Tiers>() {
            "discounts"
        } else if element.is::<Messages>() {
            "messages"
        } else if element.is::<Referral>() {
            "rewards"
        } else if element.is::<ComplaintRecovery>() {
            "cases"
        } else {
            return;
        };
        if self.central(element.partners_pay) > 0.0 {
            let what = Saying::new("check-not-shared").with("element", &element.path);
            self.warn(Some(element.partners_pay), what.with("rest", by_customer));
        }
    }

    /// Who is to bring friends, where few recommend?
    fn at_referral(&mut self, element: &'d Element) {
        let nps = self.central(self.design.business.nps);
        if let Some(referral) = Referral::of(&element.kind)
            && nps <= 0.0
        {
            self.warn(Some(referral.invitations), Saying::new("check-no-promoters").with("nps", nps));
        }
    }
}

/// The discount of an element that works now and then or for some, and whom it is open to.
fn occasional(element: &Element) -> Option<(NumberId, OpenTo)> {
    let discount = element.facts().reach.chooses().then(|| element.discounts())?.first().copied()?;
    Some((discount, element.who.open_to))
}

/// Whom a discount is open to: an account is kept for members.
fn open_to(element: &Element) -> OpenTo {
    if element.facts().reach == Reach::Account { OpenTo::Members } else { element.who.open_to }
}
