//! What does not differ between worlds: the customers themselves, as columns.

use crate::random::{Columns, Lanes, columns};

columns! {
    /// The customers of a block, a column per trait.
    pub struct People {
        /// Purchases a month.
        pub rate: f32 = 0.0,
        /// Mean transaction value.
        pub basket: f32 = 0.0,
        /// One over the usual spend of a year at list prices.
        pub inverse_worth: f32 = 0.0,
        /// Propensity to leave as a hazard, −ln(1 − θ).
        pub hazard: f32 = 0.0,
        /// Month of joining, negative before the start.
        pub joined: f32 = 0.0,
        /// Lift of the rate by membership.
        pub lift: f32 = 0.0,
        /// Openness to joining, uniform: joins only if below the share of the willing.
        pub open: f32 = 0.0,
        /// 1 for those who want a relationship with a brand.
        pub seeker: f32 = 0.0,
        /// 1 for members who never think of their points.
        pub forgetful: f32 = 0.0,
        /// 1 for those who exist in the baseline world.
        pub in_baseline: f32 = 0.0,
        /// Place on the circle of customers, 0..1: decides which touchpoints one meets.
        pub place: f32 = 0.0,
        /// Category at the start, as the place in [`crate::design::Category::ALL`]; worlds may move one to another.
        pub category: u8 = 0,
        /// Branch one belongs to.
        pub branch: u8 = 0,
        /// What somebody of today's base was at the start, by category and answer; those who come later have a number of their own.
        pub origin: u8 = 18,
    } with {
        /// Everybody's own generator.
        pub luck: Lanes = Lanes::default(),
    }
}

/// Whether a place on the circle of customers lies on the arc of this length that begins at `from`.
#[inline(always)]
pub fn on_arc(place: f32, from: f32, length: f32) -> bool {
    let off = place - from;
    (if off < 0.0 { off + 1.0 } else { off }) < length
}

impl People {
    /// Moves rows of this block: `(from, to)`.
    pub fn shift(&mut self, moves: &[(usize, usize)]) {
        self.luck.shift_rows(moves);
        self.shift_rows(moves);
    }

    /// Takes the first customers of `others` into `rows`.
    pub fn take(&mut self, others: &Self, rows: &[usize]) {
        self.luck.take_rows(&others.luck, rows);
        self.take_rows(others, rows);
    }
}
