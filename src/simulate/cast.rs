//! A segment of one trial: who sits in its blocks, and what the pilot has solved for them.

use super::intercepts::Intercepts;
use super::state::Standing;
use super::survey::Touchpoint;
use super::totals::Grain;
use crate::plan::{Levers, LivedMonth, Parting, Plan, SegmentPlan};
use crate::population::{History, Lifetime, Recipe, Traits};

/// Customers of a segment, ready to be seated.
#[derive(Debug)]
pub struct Cast<'a> {
    /// The plan of the trial.
    pub plan: &'a Plan,
    /// Number of the segment.
    pub index: usize,
    /// Its distributions.
    pub recipe: Recipe,
    /// What its categories mean for behaviour.
    pub traits: [Traits; 6],
    /// Where customers of today stand at the start, by rank of their purchase rate.
    pub start: Vec<Standing>,
    /// When worlds part.
    pub partings: Vec<Parting>,
    /// How finely their money is added up.
    pub grain: Grain,
}

/// A segment after its pilot, ready to be played.
#[derive(Debug)]
pub struct Calibrated<'a> {
    /// Its customers, with their propensity to leave.
    pub cast: Cast<'a>,
    /// What the design declares of it.
    pub declared: &'a SegmentPlan,
    /// What has been solved.
    pub intercepts: Intercepts,
    /// How long its customers will stay.
    pub lifetime: Lifetime,
    /// Where its customers are asked, with the declared scores solved for.
    pub touchpoints: Vec<Touchpoint>,
    /// How its base would have come about as declared, and how it has: otherwise only where that cannot explain what it loses.
    pub histories: [History; 2],
    /// How newcomers stay, where the design says it: month, share declared, share found.
    pub newcomers: Vec<(usize, f64, f64)>,
    /// Rank correlation of rate and staying.
    pub correlation: f64,
    /// Where customers of a program that runs already have come to stand, where there is one.
    pub stood: Option<Stood>,
}

/// Where customers stand with a program at the start, on average.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stood {
    /// Share of members.
    pub members: f64,
    /// Points held, in packs.
    pub points: f64,
    /// Discount taken for granted.
    pub discount: f64,
}

impl Calibrated<'_> {
    /// Points that are counted as one at the start.
    pub fn pack(&self) -> f64 {
        let past = self.cast.plan.past.as_ref();
        let last = past.and_then(|past| past.months[self.cast.index].last());
        last.map_or(1.0, |month| f64::from(month.levers.points.pack))
    }
}

/// What the pilot of a segment has solved. It is a function of what the segment declares and of the levers of today's baseline: designs and
/// lucks that agree in these share it.
#[derive(Debug)]
pub struct Pilot {
    /// What the design declares of the segment, as far as the pilot depends on it.
    pub lived: SegmentPlan,
    /// Levers of today's baseline.
    pub today: Levers,
    /// What a program that runs already has been and is, where there is one.
    pub past: Option<[Vec<LivedMonth>; 2]>,
    /// Distributions of its customers, with their propensity to leave.
    pub recipe: Recipe,
    /// What its categories mean for behaviour.
    pub traits: [Traits; 6],
    /// Where customers of today stand at the start.
    pub start: Vec<Standing>,
    /// What has been solved.
    pub intercepts: Intercepts,
    /// Where its customers are asked.
    pub touchpoints: Vec<Touchpoint>,
    /// How its base would have come about as declared, and how it has.
    pub histories: [History; 2],
    /// How newcomers stay, where the design says it.
    pub newcomers: Vec<(usize, f64, f64)>,
    /// Rank correlation of rate and staying.
    pub correlation: f64,
    /// Where customers have come to stand with a program that runs already.
    pub stood: Option<Stood>,
}
