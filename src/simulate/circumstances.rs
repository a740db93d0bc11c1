//! What a month needs to know of the world.

use super::totals::Grain;
use crate::plan::{Deal, Levers, Response};
use crate::population::Traits;

/// What a month needs to know that is the same for all customers of the block.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// Month since the start, 0-based.
    pub month: usize,
    /// Levers of this world.
    pub levers: &'a Levers,
    /// What some customers get this month.
    pub deals: &'a [Deal],
    /// Constants of the segment.
    pub response: &'a Response,
    /// Strength of open rivals.
    pub rivals: f32,
    /// Factor on everybody's purchases: calibration and season, less what is bought at new rivals out of curiosity.
    pub pace: f32,
    /// Mean change of satisfaction per contact in the baseline, taken off.
    pub usual_contact: f32,
    /// What the categories mean for behaviour.
    pub traits: &'a [Traits; 6],
    /// How finely money is added up.
    pub grain: Grain,
    /// What one unit of money at the end of the month is worth at the start.
    pub today: f32,
}

impl Circumstances<'_> {
    /// What a customer takes off his satisfaction for the open rivals that he compares us with.
    #[inline(always)]
    pub fn contrast(&self) -> f32 {
        self.response.rival_contrast * self.rivals
    }
}
