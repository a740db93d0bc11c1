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
    /// Moves row `from` to `to`.
    pub fn copy(&mut self, from: usize, to: usize) {
        self.luck.copy(from, to);
        for column in self.columns() {
            column[to] = column[from];
        }
        self.category[to] = self.category[from];
        self.branch[to] = self.branch[from];
    }

    fn columns(&mut self) -> [&mut Column; 10] {
        [
            &mut self.rate,
            &mut self.basket,
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
