//! What those are offered who have left, and how many of them come back.

use super::causes::{OfCauses, PLACES};

/// The offer of a month to those who have left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WinBackTerms {
    /// Those are asked who left within so many months; 0 asks nobody.
    pub within: usize,
    /// Share of them who can be reached.
    pub reached: f32,
    /// Share of those reached who come back, by the place of the cause for which they left.
    pub returns: OfCauses<f32>,
    /// Discount for those who come back.
    pub discount: f32,
    /// For so many months.
    pub months: f32,
    /// Money for a gift to each of them.
    pub gift: f32,
    /// Money for each of those asked.
    pub contact: f32,
    /// Share of those who come back who have learnt that leaving pays.
    pub learn: f32,
    /// Share of all this that partners pay.
    pub partners: f32,
}

impl WinBackTerms {
    /// The longest time after which anybody is asked.
    pub const LONGEST: usize = 24;

    /// Nobody is asked.
    pub const NOTHING: Self = Self {
        within: 0,
        reached: 0.0,
        returns: [0.0; PLACES],
        discount: 0.0,
        months: 0.0,
        gift: 0.0,
        contact: 0.0,
        learn: 0.0,
        partners: 0.0,
    };
}
