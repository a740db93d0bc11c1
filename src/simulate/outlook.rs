//! What is to be expected of the customers who are there: sums over them from which the value of a base is made.

use std::ops::{Index, IndexMut};

use super::register::CATEGORIES;
use super::totals::Grain;

/// Promoters, passives, detractors.
pub const CLASSES: usize = 3;

/// What is added up over customers. *Ahead* is what is expected after this month: every coming month with the chance that he is still there,
/// discounted to the end of this month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Customers.
    Heads,
    /// Of them, members.
    Members,
    /// Spend a month at list prices, without the season.
    Spend,
    /// Of it, what discounts take off.
    Rebate,
    /// Points issued a month, at face value.
    Issued,
    /// Months ahead.
    HeadsAhead,
    /// Months of members ahead.
    MembersAhead,
    /// Spend ahead.
    SpendAhead,
    /// Discounts ahead.
    RebateAhead,
    /// Points ahead that will be redeemed, at face value.
    RewardAhead,
    /// Points outstanding, at face value.
    Owed,
    /// Of them, those that will be redeemed.
    Honoured,
    /// Customers of this kind at the start, for kinds of today's customers.
    Began,
    /// Earned from them over the horizon, discounted to the start: margin less discounts and redeemed points, and fees.
    Earned,
}

/// How many items there are.
const ITEMS: usize = Item::Earned as usize + 1;

/// Items that are no money.
const HEADS: [usize; 5] = [
    Item::Heads as usize,
    Item::Members as usize,
    Item::HeadsAhead as usize,
    Item::MembersAhead as usize,
    Item::Began as usize,
];

/// A sum over customers for every item.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Outlook([f64; ITEMS]);

impl Outlook {
    /// Adds another.
    pub fn add(&mut self, other: &Self) {
        self.blend(other, [1.0, 1.0]);
    }

    /// Adds that of a customer, money with this grain: the sum does not depend on who comes first.
    pub(super) fn count(&mut self, other: &Self, grain: Grain) {
        for (item, (sum, part)) in self.0.iter_mut().zip(&other.0).enumerate() {
            let grain = if HEADS.contains(&item) { Grain::ONE } else { grain };
            *sum += grain.round(*part as f32);
        }
    }

    /// The first factor times itself and the second times `other`.
    pub fn blend(&mut self, other: &Self, [own, others]: [f64; 2]) {
        for (sum, part) in self.0.iter_mut().zip(&other.0) {
            *sum = own * *sum + others * part;
        }
    }
}

impl Index<Item> for Outlook {
    type Output = f64;

    fn index(&self, item: Item) -> &f64 {
        &self.0[item as usize]
    }
}

impl IndexMut<Item> for Outlook {
    fn index_mut(&mut self, item: Item) -> &mut f64 {
        &mut self.0[item as usize]
    }
}

/// Sums by category and by what they would answer when asked (promoters, passives, detractors).
pub type Kinds = [[Outlook; CLASSES]; CATEGORIES];

/// The outlook of the customers of a world and segment, in sample units.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outlooks {
    /// Customers at the end of the horizon, as they are then.
    pub end: Kinds,
    /// Of them, those who were there at the start, as they were then: by what they answered in the first month of the baseline.
    pub today: Kinds,
    /// Customers of the start at the end of the first month, in the baseline only.
    pub start: Outlook,
}

impl Outlooks {
    /// The first factor times itself and the second times `other`.
    pub(super) fn blend(&mut self, other: &Self, factors: [f64; 2]) {
        let kinds = self.end.iter_mut().chain(&mut self.today).zip(other.end.iter().chain(&other.today));
        for (own, theirs) in kinds {
            own.iter_mut().zip(theirs).for_each(|(own, theirs)| own.blend(theirs, factors));
        }
        self.start.blend(&other.start, factors);
    }

    /// Leaves this share of what was earned, and makes points worth so much at the end.
    pub(super) fn reprice(&mut self, earned: f64, points: f64) {
        let kinds = self.end.as_flattened_mut().iter_mut().chain(self.today.as_flattened_mut());
        for kind in kinds {
            kind[Item::Earned] *= earned;
            kind[Item::Owed] *= points;
            kind[Item::Honoured] *= points;
        }
    }

    /// Those of today's customers with this origin; `None` for newcomers.
    pub(super) fn of_today(&mut self, origin: u8) -> Option<&mut Outlook> {
        self.today.as_flattened_mut().get_mut(usize::from(origin))
    }
}
