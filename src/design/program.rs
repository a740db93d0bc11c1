//! The program that a design proposes.

use super::element::Element;
use super::elements::{Messages, Reach, Referral, Variant};
use super::entitlement::OpenTo;
use super::numbers::NumberId;
use super::transition::Transition;

/// The program proposed.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// Whether it changes today's program, rather than replacing it: what it does not state goes on.
    pub amends: bool,
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
    /// What becomes of what members of the program before have, where one runs already.
    pub transition: Option<Transition>,
    /// The elements, in the order of the file within each kind.
    pub elements: Vec<Element>,
}

impl Program {
    /// The elements of one kind, each with its own numbers.
    pub fn all<'a, K: Variant + 'a>(&'a self) -> impl Iterator<Item = (&'a Element, &'a K)> {
        self.elements.iter().filter_map(|element| Some((element, K::of(&element.kind)?)))
    }

    /// Whether it has an element of this kind.
    pub fn has<K: Variant>(&self) -> bool {
        self.all::<K>().next().is_some()
    }

    /// Whether some element reaches customers who are no members.
    pub fn reaches_everyone(&self) -> bool {
        self.elements.iter().any(|element| match element.facts().reach {
            Reach::Account => false,
            // of those that know no bounds two are for members
            Reach::Everybody | Reach::Staff => {
                Messages::of(&element.kind).is_none() && Referral::of(&element.kind).is_none()
            }
            Reach::Entitled => element.who.open_to == OpenTo::Everyone,
        })
    }
}

/// What becomes of points that are left when the program stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointsAtStop {
    /// They are paid out at cost.
    PaidOut,
    /// They are declared void.
    Lapse,
}

/// How several discounts on one purchase combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stacking {
    /// The largest one counts.
    Best,
    /// They add up.
    Sum,
}
