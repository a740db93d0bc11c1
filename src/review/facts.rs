//! What rules may look at: the design, and what the trials say about a few numbers.

use std::collections::BTreeMap;

use super::interval::{Interval, Side};
use super::plan_text;
use crate::design::{
    Basis, Book, Design, Driver, Element, KindFacts, NumberId, Partner, PlanItem, Program, RetentionOffer,
    Variant, WinBack,
};
use crate::units::Money;

/// A number that the trials, or arithmetic on the design, say something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Net effect over the horizon.
    NetEffect,
    /// Net effect of the last twelve months.
    LastYear,
    /// Rise of sales that was simulated less the rise that discounts, rewards and gifts for a spend need.
    VolumeGap,
    /// Share of the discounts on purchases made anyway.
    DiscountSubsidised,
    /// Month from which the discount's pull stays below half of its peak.
    UpliftHalved,
    /// Month from which the discount no longer pays for itself.
    UpliftUnprofitable,
    /// Points redeemed over points issued.
    Redemption,
    /// Discounts, rewards and gifts for a spend over gross margin at list prices.
    MarginGiven,
    /// Discounts, rewards and gifts for a spend over revenue at list prices.
    RewardRate,
    /// Set-up and running cost over gross margin.
    FixedShare,
    /// Members over customers at the end.
    MemberShare,
    /// Growth of the points outstanding in the last twelve months.
    LiabilityGrowth,
    /// Exit cost over a month's contribution of the business.
    ExitMonths,
    /// Net effect if no point had expired.
    WithoutBreakage,
    /// Program cost per customer saved over the cost of winning one.
    PriceRatio,
    /// Customers saved less customers lost.
    NetSaved,
    /// Share of the benefits paid to customers who stay anyway.
    PaidToKept,
    /// Chance that the program has paid for itself by the end.
    PaidBack,
    /// Worst twentieth of the trials over a year's contribution of the business.
    WorstShare,
    /// Naive lift over causal lift.
    LiftOverstated,
    /// Change of the net promoter score.
    NpsChange,
    /// Cost of discounts over the horizon, as money.
    Discounts,
    /// Cost of rewards over the horizon, as money.
    Rewards,
    /// Set-up and running cost over the horizon, as money.
    Fixed,
    /// Face value of points that expired, as money.
    Breakage,
    /// Cost of honouring the points at the end, as money.
    ClosingCost,
    /// Program cost over the horizon, as money.
    ProgramCost,
    /// What the best early end brings against going on.
    LateEnd,
    /// Its month, counted from the start.
    BestEnd,
    /// Share of the fees paid by those who bought nothing in the month.
    IdleFees,
    /// Fees over the horizon, as money.
    Fees,
    /// What a cheaper rival would cost the business, as money.
    RivalCost,
    /// What staff who take the program as a burden would cost the business, as money.
    ResistanceCost,
    /// Share of the sales at list prices that a rival's program (0, 1, …) gives back beyond what ours does.
    RivalGives(usize),
    /// Months by which a rival's first reward comes later than ours.
    RivalLater(usize),
    /// Net effect of a segment.
    SegmentEffect(usize),
    /// Chance of a goal.
    GoalChance(usize),
    /// Chance of a goal without the program.
    GoalChanceWithout(usize),
    /// Months until an average customer of a segment has the first reward of the points scheme (0, 1, …).
    FirstReward(usize, usize),
    /// Share of customers who spend enough in a year for a tier: element, tier.
    TierShare(usize, usize),
    /// Share of customers with a purchase in six months.
    ActiveShare,
    /// Share of revenue that the top fifth of customers bring.
    TopFifth,
}

/// What is known when rules judge.
#[derive(Debug, Clone)]
pub struct Facts<'d> {
    /// The design under review.
    pub design: &'d Design,
    /// Whether the trials have been played; before that, nothing is known but the design and arithmetic on it.
    pub played: bool,
    /// What the rivals' designs put before our customers are called.
    pub rivals: Vec<String>,
    known: BTreeMap<Fact, Interval>,
}

/// Whether an interval lies beyond a threshold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Known {
    /// All of it.
    Yes(Interval),
    /// None of it; a number without doubt that meets the threshold exactly does not pass it.
    No,
    /// The threshold lies within.
    CannotTell(Interval),
    /// There is no such number in this design.
    Absent,
}

impl<'d> Facts<'d> {
    /// Nothing known yet but the design.
    pub fn new(design: &'d Design) -> Self {
        Self { design, played: false, rivals: Vec::new(), known: BTreeMap::new() }
    }

    /// The same once the trials have been played.
    #[must_use]
    pub fn after_run(self) -> Self {
        Self { played: true, ..self }
    }

    /// Adds what is known about a fact; nothing where there is nothing.
    #[must_use]
    pub fn with(mut self, fact: Fact, interval: impl Into<Option<Interval>>) -> Self {
        let interval =
            interval.into().filter(|i| i.value.is_finite() && i.low.is_finite() && i.high.is_finite());
        self.known.extend(interval.map(|interval| (fact, interval)));
        self
    }

    /// What is known about a fact.
    pub fn get(&self, fact: Fact) -> Option<Interval> {
        self.known.get(&fact).copied()
    }

    /// Whether the fact lies wholly on `side` of `threshold`.
    pub fn is(&self, fact: Fact, side: Side, threshold: f64) -> Known {
        self.get(fact).map_or(Known::Absent, |interval| Known::of(interval, side, threshold))
    }

    /// Money of a fact, for what is at stake; 0 where unknown.
    pub fn money(&self, fact: Fact) -> Money {
        self.get(fact).map_or(Money::NONE, |interval| Money::new(interval.value.abs()))
    }

    /// Whether another program takes the place of today's and gives customers no more than that.
    pub fn gives_no_more(&self) -> bool {
        let given = |fact| self.get(fact).map_or(0.0, |given| given.value);
        self.design.today.is_some() && given(Fact::Discounts) + given(Fact::Rewards) <= 0.0
    }

    /// What the design knows about a number.
    pub fn number(&self, id: NumberId) -> Interval {
        Interval::of_number(&self.design.numbers[id])
    }

    /// The annual retention of the business today.
    pub fn retention(&self) -> Interval {
        Interval::of_retention_today(self.design)
    }

    /// Its central value.
    pub fn central(&self, id: NumberId) -> f64 {
        self.design.central(id)
    }

    /// Its path.
    pub fn path(&self, id: NumberId) -> String {
        self.design.path(id).to_owned()
    }

    /// The program, if there is one.
    pub fn program(&self) -> Option<&'d Program> {
        self.design.program.as_ref()
    }

    /// Its elements; none without a program.
    pub fn elements(&self) -> &'d [Element] {
        self.design.program.as_ref().map_or(&[], |program| &program.elements)
    }

    /// Whether an element is one of today's with changes, so that without it today's goes on.
    pub fn changes_todays(&self, element: &str) -> bool {
        let amended = self.design.program.as_ref().is_some_and(|program| program.amends);
        let place = element.strip_prefix("program.");
        let today = self.design.today.iter().flat_map(|today| &today.program.elements);
        amended && place.is_some() && today.map(|one| one.path.strip_prefix("today.")).any(|at| at == place)
    }

    /// The elements of one kind, each with its own numbers.
    pub fn all<K: Variant + 'd>(&self) -> impl Iterator<Item = (&'d Element, &'d K)> + Clone + use<'d, K> {
        let elements: &'d [Element] = self.elements();
        elements.iter().filter_map(|element| Some((element, K::of(&element.kind)?)))
    }

    /// Whether a kind of element is there.
    pub fn has<K: Variant>(&self) -> bool {
        self.elements().iter().any(Element::is::<K>)
    }

    /// Whether a kind of which this is true is there.
    pub fn any(&self, is: impl Fn(&KindFacts) -> bool) -> bool {
        self.elements().iter().any(|element| is(element.facts()))
    }

    /// Whether discounts are only for customers who leave or have left: there is no pull that could wear off.
    pub fn discounts_those_gone(&self) -> bool {
        let mut discounts =
            self.elements().iter().filter(|e| e.facts().books.contains(&Book::Discounts)).peekable();
        self.design.today.is_none()
            && discounts.peek().is_some()
            && discounts.all(|e| e.is::<WinBack>() || e.is::<RetentionOffer>())
    }

    /// Whether a discount keeps customers who leave, or wins them back: what it brings is no rise of what the others buy, so it cannot be asked to
    /// pay for itself by that.
    pub fn discounts_leavers(&self) -> bool {
        self.has::<WinBack>() || self.has::<RetentionOffer>()
    }

    /// Whether customers are so few that a tenth of them, kept apart, tells nothing.
    pub fn few_to_compare(&self) -> bool {
        const FEWEST: f64 = 500.0;
        self.design.central(self.design.business.customers) < FEWEST
    }

    /// The action that gives the program something to be compared with.
    pub fn control_group(&self) -> &'static str {
        if self.few_to_compare() { "action-two-waves" } else { "action-control-group" }
    }

    /// Whether a part of the customers may have the proposal and others not: partners come and go for all.
    pub fn can_be_tried(&self) -> bool {
        let program = self.design.program.as_ref().filter(|program| program.amends);
        let mut own = program.iter().flat_map(|p| &p.elements).filter(|e| !e.is_of_today()).peekable();
        own.peek().is_none() || !own.all(Element::is::<Partner>)
    }

    /// Whether the program deals with customers by name: cards, points, prices; service alone does not.
    pub fn knows_members(&self) -> bool {
        self.any(|kind| !kind.is_service())
    }

    /// Whether anybody joins: offers to those who leave or have left need no members, nor does service.
    pub fn has_members(&self) -> bool {
        let joins = |e: &&Element| !e.facts().is_service() && !e.is::<WinBack>() && !e.is::<RetentionOffer>();
        self.elements().iter().any(|element| joins(&element))
    }

    /// Whether `[plan]` has a line that says more than that nothing is there.
    pub fn plans(&self, item: PlanItem) -> bool {
        self.design.plan.iter().any(|(known, text)| *known == item && !plan_text::is_refusal(text))
    }

    /// Gross margin: the lowest of the segments that may use the element.
    pub fn margin_of(&self, element: &Element) -> Interval {
        let users = self.design.segments.iter().enumerate();
        let users = users.filter(|(i, _)| element.is_for(*i));
        let at = |id| self.central(id);
        let goods = self.design.margin_of(self.design.groups_of(element), at);
        if let Some(margin) = goods.filter(|_| !element.groups.is_empty()) {
            return Interval::certain(margin);
        }
        let margins = users.map(|(_, segment)| self.number(segment.gross_margin));
        margins.min_by(|a, b| a.value.total_cmp(&b.value)).unwrap_or(Interval::certain(1.0))
    }

    /// Share of the leavers with causes of this driver.
    pub fn cause_share(&self, driver: Driver) -> f64 {
        let causes = self.design.causes.iter().filter(|cause| cause.driver == driver);
        causes.map(|cause| self.central(cause.share)).sum()
    }

    /// How many numbers of the design file (defaults apart) rest on a basis.
    pub fn stated(&self, basis: Basis) -> usize {
        self.design.numbers.iter().filter(|(_, n)| n.span.is_some() && n.basis == basis).count()
    }
}

impl Known {
    /// Judges an interval.
    pub fn of(interval: Interval, side: Side, threshold: f64) -> Self {
        match interval.side(threshold) {
            found if found == side => Self::Yes(interval),
            Side::Astride if interval.low < interval.high => Self::CannotTell(interval),
            Side::Astride | Side::Above | Side::Below => Self::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a partner is there is no term that some customers have and others not; every other change can be tried on some of them.
    #[test]
    fn what_comes_to_all_at_once_is_no_pilot() {
        let tried = |text: &str| Facts::new(&Design::parse(text).unwrap()).can_be_tried();
        assert!(!tried(include_str!("../../scenarios/grocery-anchor.toml")));
        assert!(tried(include_str!("../../scenarios/airline-money.toml")));
        assert!(
            tried(include_str!("../../scenarios/coalition.toml")),
            "a new program with partners can begin somewhere"
        );
    }
}
