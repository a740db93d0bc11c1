//! What a design proposes: a program, its elements and the goals it is for.

use serde::{Deserialize, Serialize};

use super::element::ElementKind;
use super::numbers::NumberId;

/// The program proposed.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// First month, counted from the start.
    pub launch: usize,
    /// First month without it, if it ends within the horizon.
    pub stop: Option<usize>,
    /// Months before the stop in which it is known.
    pub notice_months: NumberId,
    /// What becomes of points left at the stop.
    pub points_at_stop: PointsAtStop,
    /// Purchases (since the start) needed before one may join.
    pub entry_purchases: NumberId,
    /// Months of tenure needed before one may join.
    pub entry_tenure_months: NumberId,
    /// Share of customers who would ever join.
    pub willing: NumberId,
    /// Chance that a willing customer joins at a visit.
    pub joins_per_visit: NumberId,
    /// Money before the launch.
    pub setup_cost: NumberId,
    /// Money per month.
    pub cost_per_month: NumberId,
    /// Money per member and year.
    pub cost_per_member_per_year: NumberId,
    /// Whether a customer gets the best of several discounts or all of them.
    pub stacking: Stacking,
    /// The elements, in the order of the file within each kind.
    pub elements: Vec<Element>,
}

/// What becomes of points that are left when the program stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointsAtStop {
    /// They are paid out at cost.
    PaidOut,
    /// They are declared void.
    Lapse,
}

/// A loss of value of points that members already hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Devaluation {
    /// First month with the lower value, if there is one.
    pub month: Option<usize>,
    /// Share of the value that is lost.
    pub by: NumberId,
    /// Months before in which it is known.
    pub notice_months: NumberId,
}

/// How several discounts on one purchase combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stacking {
    /// The largest one counts.
    Best,
    /// They add up.
    Sum,
}

/// An element of a program with what all elements share.
#[derive(Debug, Clone)]
pub struct Element {
    /// The path in the file, for instance `program.points[0]`.
    pub path: String,
    /// Segments that can use it, by index; empty means all.
    pub segments: Vec<usize>,
    /// First month it is active, counted from the start.
    pub from: usize,
    /// First month it is no longer active.
    pub until: usize,
    /// Money before it begins.
    pub setup_cost: NumberId,
    /// Money per active month.
    pub cost_per_month: NumberId,
    /// Money per person entitled and year.
    pub cost_per_member_per_year: NumberId,
    /// Money per purchase of those entitled.
    pub cost_per_use: NumberId,
    /// Share of its costs that partners pay.
    pub partners_pay: NumberId,
    /// Who is entitled to it.
    pub who: Entitlement,
    /// Calendar months in which it works, 1–12; empty means all.
    pub calendar: Vec<u8>,
    /// Its place in a rotation with others.
    pub turn: Option<Turn>,
    /// What it does.
    pub kind: ElementKind,
}

impl Element {
    /// Whether it works in a month counted from the start, whose place in the year is `of_year` (1–12).
    pub fn works_in(&self, month: usize, of_year: u8) -> bool {
        let in_time = (self.from..self.until).contains(&month);
        let in_calendar = self.calendar.is_empty() || self.calendar.contains(&of_year);
        in_time && in_calendar && self.turn.as_ref().is_none_or(|turn| turn.is_on(month))
    }
}

/// Who is entitled to an element; all conditions must hold. Kinds that reach everybody alike have no numbers to set.
#[derive(Debug, Clone)]
pub struct Entitlement {
    /// Everybody or members.
    pub open_to: OpenTo,
    /// Least tier: 0 for none, 1 for the first above plain membership.
    pub tier: usize,
    /// Its name; empty for none.
    pub tier_name: String,
    /// Months since becoming a customer.
    pub tenure_months: Option<NumberId>,
    /// Purchases since joining.
    pub entry_purchases: Option<NumberId>,
    /// Money spent since joining.
    pub entry_spend: Option<NumberId>,
    /// Lasting share of those customers who are entitled.
    pub entitled_share: Option<NumberId>,
}

/// The place of an element in a rotation.
#[derive(Debug, Clone)]
pub struct Turn {
    /// Name of the rotation.
    pub rotation: String,
    /// Months of each turn.
    pub months: usize,
    /// First month of the first turn, counted from the start.
    pub first: usize,
    /// Months until its turn comes again.
    pub cycle: usize,
}

impl Turn {
    fn is_on(&self, month: usize) -> bool {
        month >= self.first && (month - self.first) % self.cycle.max(1) < self.months
    }
}

/// Who may use an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenTo {
    /// Every customer.
    Everyone,
    /// Members of the program.
    Members,
}

/// When a gift is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// On everybody's birthday.
    Birthday,
    /// To all in every month in which the element works.
    Holiday,
}

/// What a ladder counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LadderBy {
    /// Purchases since joining.
    Purchases,
    /// Money spent since joining.
    Spend,
}

/// One step of a ladder or tier scheme.
#[derive(Debug, Clone)]
pub struct LadderStep {
    /// Purchases or spend from which the step holds.
    pub from: NumberId,
    /// Its discount.
    pub discount: NumberId,
}

/// One tier above the entry level.
#[derive(Debug, Clone)]
pub struct Tier {
    /// Its name.
    pub name: String,
    /// Spend in twelve months needed to reach and keep it.
    pub spend_per_year: NumberId,
    /// Discount of its members.
    pub discount: NumberId,
    /// Points earned, as a multiple of the base rate.
    pub earn_multiple: NumberId,
    /// Recognition: monthly pull on affective loyalty, 0..1.
    pub recognition: NumberId,
    /// Money per member of the tier and year.
    pub cost_per_member_per_year: NumberId,
}

/// Something the program is for.
#[derive(Debug, Clone)]
pub struct Goal {
    /// What is measured.
    pub metric: Metric,
    /// Which side counts as reached.
    pub bound: GoalBound,
    /// The threshold.
    pub value: NumberId,
    /// Month by whose end it is judged, counted from the start (0-based).
    pub by: usize,
}

/// Which side of the threshold counts as reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalBound {
    /// At least the value.
    AtLeast,
    /// At most the value.
    AtMost,
}

/// What a goal can measure, in the program's world. Its name in output is its key in a design file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Share of the customers of twelve months before who are still there.
    AnnualRetention,
    /// Net promoter score in the month of the goal.
    Nps,
    /// Cumulated money gained by the program up to the month, after all its costs.
    NetEffect,
    /// Present value of the same.
    Npv,
    /// Active customers in the month.
    ActiveCustomers,
    /// Revenue of the twelve months that end with the month, against the baseline (0.05 = +5 %).
    RevenueGrowth,
    /// Members as a share of active customers.
    MemberShare,
}
