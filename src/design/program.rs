//! What a design proposes: a program, its elements and the goals it is for.

use serde::{Deserialize, Serialize};

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
    /// What it does.
    pub kind: ElementKind,
}

/// Who may use an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenTo {
    /// Every customer.
    Everyone,
    /// Members of the program.
    Members,
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

/// What an element does, with its own numbers.
#[derive(Debug, Clone)]
pub enum ElementKind {
    /// A discount that grows with purchases or spend.
    CumulativeDiscount {
        /// What the ladder counts.
        by: LadderBy,
        /// Steps with rising thresholds, at most 6.
        steps: Vec<LadderStep>,
    },
    /// Points earned on purchases and spent on later ones.
    Points {
        /// Share of spend given back in points.
        earn: NumberId,
        /// Money a point buys.
        point_value: NumberId,
        /// Money a redeemed point costs the company, as a share of its value.
        cost_share: NumberId,
        /// Points needed before they can be spent.
        minimum_to_redeem: NumberId,
        /// Chance that a member with enough points spends them at a visit.
        redeem_chance: NumberId,
        /// Months after which unused points expire; 0 means never.
        expiry_months: NumberId,
        /// Points given on joining (endowed progress).
        welcome_points: NumberId,
        /// A later loss of value.
        devaluation: Devaluation,
    },
    /// Status levels by yearly spend.
    Tiers {
        /// Tiers with rising thresholds, at most 3.
        tiers: Vec<Tier>,
        /// Months of grace before a demotion.
        grace_months: NumberId,
    },
    /// A sale in fixed calendar months.
    SeasonalSale {
        /// Months of the year, 1–12.
        months: Vec<u8>,
        /// Depth.
        discount: NumberId,
        /// Who may use it.
        open_to: OpenTo,
    },
    /// A discount offer at intervals, used by some.
    SpecialOffer {
        /// Depth.
        discount: NumberId,
        /// The offer runs one month in this many.
        every_months: NumberId,
        /// Share of those eligible who notice and use it.
        take_up: NumberId,
        /// Who may use it.
        open_to: OpenTo,
    },
    /// Members bring friends.
    Referral {
        /// Chance per promoter and month of bringing a friend.
        invitations: NumberId,
        /// Money for the member who brings a friend.
        reward: NumberId,
        /// Money for the friend.
        friend_reward: NumberId,
    },
    /// Mailings to members.
    Messages {
        /// Messages per member and month.
        per_month: NumberId,
        /// Money per message.
        cost_per_message: NumberId,
    },
    /// Training that raises the share of proper contacts.
    StaffTraining {
        /// The level reached at once.
        lifts_proper_contacts_to: NumberId,
        /// Months until those who stay have forgotten half; 0 means nothing is lost while the training goes on.
        fades_half_life_months: NumberId,
    },
    /// Better or worse pay for the staff.
    StaffPay {
        /// Change of pay as a share of today's.
        raises_pay_by: NumberId,
    },
    /// What makes work good and worth doing.
    StaffCulture {
        /// Positive experience at work with it, 0..1; today's if absent.
        raises_experience_to: Option<NumberId>,
        /// Meaning of the work with it, 0..1; today's if absent.
        raises_meaning_to: Option<NumberId>,
    },
    /// Visits of unknown testers, talked over with staff.
    MysteryShopping {
        /// Test visits a month.
        visits_per_month: NumberId,
        /// Money per visit.
        cost_per_visit: NumberId,
        /// Gain of positive experience at work, −1..1.
        raises_experience_by: NumberId,
        /// Share of the forgetting after a training that it prevents.
        prevents_forgetting: NumberId,
        /// Share of the gap between a branch below the mean and the mean that closes in a month.
        narrows_gap: NumberId,
    },
    /// Some customers get an answer much faster than promised.
    FastResponse {
        /// Share of those who meet the touchpoint (of all customers, if none is named) that are answered fast.
        reaches: NumberId,
        /// Lift of their answers at first, in standard deviations.
        lift: NumberId,
        /// Place of the touchpoint among the design's.
        touchpoint: Option<usize>,
    },
    /// Fewer failures and more even service.
    Quality {
        /// Chance of a failure per purchase with it; today's if absent.
        failures_per_purchase: Option<NumberId>,
        /// Unevenness of treatment with it, 0..1; today's if absent.
        unevenness: Option<NumberId>,
    },
    /// Complaints are handled faster and more often.
    ComplaintRecovery {
        /// Share of failures recovered fast with it.
        recovered_fast: NumberId,
        /// Share of failures recovered slowly with it.
        recovered_slowly: NumberId,
        /// Money per recovery.
        cost_per_case: NumberId,
    },
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
