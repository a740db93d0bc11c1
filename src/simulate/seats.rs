//! How the customers of a trial are seated, and which luck they meet.

use super::block::BLOCK;
use super::sample::Sample;
use crate::plan::Plan;
use crate::random::ROWS;

/// Customers a block begins with: fewer where the business grows fast, so that there is room for the newcomers.
fn block_size(arrivals: f64, months: usize) -> usize {
    let growth = 1.0 + arrivals * months as f64;
    BLOCK.min((0.75 * ROWS as f64 / growth) as usize).max(1)
}

/// Which luck a trial meets, by the numbers of trials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lucks {
    /// Events of the market.
    pub events: u64,
    /// Customers of segments of which a sample is simulated.
    pub sampled: u64,
    /// Customers of segments that are simulated as a whole.
    pub whole: u64,
}

impl Lucks {
    /// All of one trial.
    pub fn of(trial: u64) -> Self {
        Self { events: trial, sampled: trial, whole: trial }
    }
}

/// How the customers of a trial are seated.
pub struct Seats<'a> {
    /// How many of each segment are simulated.
    pub sample: &'a Sample,
    /// The plan of the trial.
    pub plan: &'a Plan,
    /// Customers of the business.
    pub real: f64,
    /// The seed, and the luck of the trial.
    pub luck: (u64, Lucks),
}

impl Seats<'_> {
    /// The halves of a segment's customers, how many sit in a block, and how many of the business each stands for.
    pub fn of(&self, index: usize) -> ([usize; 2], usize, f64) {
        let (count, segment) = (self.sample.counts[index], &self.plan.segments[index]);
        let weight = self.real * segment.share.get() / count as f64;
        let parts = halved(count, self.is_whole(index));
        (parts, block_size(segment.arrivals, self.plan.months), weight)
    }

    /// Seed and trial of its customers.
    pub fn luck(&self, index: usize) -> (u64, u64) {
        let (seed, lucks) = self.luck;
        (seed, if self.is_whole(index) { lucks.whole } else { lucks.sampled })
    }

    fn is_whole(&self, index: usize) -> bool {
        self.sample.simulated[index] >= 1.0
    }
}

/// Two samples that know nothing of each other; a whole segment is one.
fn halved(count: usize, whole: bool) -> [usize; 2] {
    let half = if whole { count } else { count.div_ceil(2) };
    [half, count - half]
}
