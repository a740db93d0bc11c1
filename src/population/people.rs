//! What does not differ between worlds: the customers themselves, as columns.

use crate::random::{Lanes, ROWS};

/// A number for each row of a block.
pub type Column = [f32; ROWS];

/// The customers of a block, a column per trait.
#[derive(Debug, Clone)]
#[repr(C, align(64))]
pub struct People {
    /// Everybody's own generator.
    pub luck: Lanes,
    /// Purchases a month.
    pub rate: Column,
    /// Mean receipt.
    pub basket: Column,
    /// One over the usual spend of a year at list prices.
    pub inverse_worth: Column,
    /// Propensity to leave as a hazard, −ln(1 − θ).
    pub hazard: Column,
    /// Month of joining, negative before the start.
    pub joined: Column,
    /// Lift of the rate by membership.
    pub lift: Column,
    /// Openness to joining, uniform: joins only if below the share of the willing.
    pub open: Column,
    /// 1 for those who want a relationship with a brand.
    pub seeker: Column,
    /// 1 for members who never think of their points.
    pub forgetful: Column,
    /// 1 for those who exist in the baseline world.
    pub in_baseline: Column,
    /// Place on the circle of customers, 0..1: decides which touchpoints one meets.
    pub place: Column,
    /// Category at the start, as the place in [`crate::design::Category::ALL`]; worlds may move one to another.
    pub category: [u8; ROWS],
    /// Branch one belongs to.
    pub branch: [u8; ROWS],
}

/// Whether a place on the circle of customers lies on the arc of this length that begins at `from`.
#[inline(always)]
pub fn on_arc(place: f32, from: f32, length: f32) -> bool {
    let off = place - from;
    (if off < 0.0 { off + 1.0 } else { off }) < length
}

impl Default for People {
    fn default() -> Self {
        const EMPTY: Column = [0.0; ROWS];
        Self {
            luck: Lanes::default(),
            rate: EMPTY,
            basket: EMPTY,
            inverse_worth: EMPTY,
            hazard: EMPTY,
            joined: EMPTY,
            lift: EMPTY,
            open: EMPTY,
            seeker: EMPTY,
            forgetful: EMPTY,
            in_baseline: EMPTY,
            place: EMPTY,
            category: [0; ROWS],
            branch: [0; ROWS],
        }
    }
}

impl People {
    /// Moves rows of this block: `(from, to)`.
    pub fn shift(&mut self, moves: &[(usize, usize)]) {
        self.luck.columns(ROWS).into_iter().for_each(|column| shift(column, moves));
        shift(&mut self.category, moves);
        shift(&mut self.branch, moves);
        self.columns().into_iter().for_each(|column| shift(column, moves));
    }

    /// Takes the first customers of `others` into `rows`.
    pub fn take(&mut self, others: &mut Self, rows: &[usize]) {
        for (column, theirs) in self.luck.columns(ROWS).into_iter().zip(others.luck.columns(ROWS)) {
            take(column, theirs, rows);
        }
        take(&mut self.category, &others.category, rows);
        take(&mut self.branch, &others.branch, rows);
        for (column, theirs) in self.columns().into_iter().zip(others.columns()) {
            take(column, theirs, rows);
        }
    }

    fn columns(&mut self) -> [&mut Column; 11] {
        [
            &mut self.rate,
            &mut self.basket,
            &mut self.inverse_worth,
            &mut self.hazard,
            &mut self.joined,
            &mut self.lift,
            &mut self.open,
            &mut self.seeker,
            &mut self.forgetful,
            &mut self.in_baseline,
            &mut self.place,
        ]
    }
}

/// Moves rows of a column: `(from, to)`.
#[inline(always)]
pub fn shift<T: Copy>(column: &mut [T], moves: &[(usize, usize)]) {
    for &(from, to) in moves {
        column[to] = column[from];
    }
}

/// Writes the first of `values` into `rows`.
#[inline(always)]
fn take<T: Copy>(column: &mut [T], values: &[T], rows: &[usize]) {
    for (&row, value) in rows.iter().zip(values) {
        column[row] = *value;
    }
}
