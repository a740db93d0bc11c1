//! Branches and touchpoints: what differs between places, and how test visits change it.

use super::world::WorldPlan;
use crate::design::{Design, MAX_BRANCHES, Touchpoint, Truth};
use crate::units::NpsScore;

/// Turn of the circle of customers from one touchpoint to the next, so that each is met by other people (the golden ratio).
const TURN: f64 = 0.618_033_988_749_895;
/// What a demand made of customers takes off, against what they are given more than they expect.
const DEMAND: f64 = 0.5;

/// A touchpoint under one truth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TouchpointPlan {
    /// Where its customers begin on the circle of customers, 0..1.
    pub from: f32,
    /// Share of the customers who meet it.
    pub share: f32,
    /// What is known of the answers given there.
    pub score: TouchpointScore,
}

/// What is known of the answers at a touchpoint.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TouchpointScore {
    /// The net promoter score, −100..100.
    Declared(NpsScore),
    /// What it adds to the answer, in standard deviations.
    Adds(f32),
}

/// The touchpoints of a design.
pub(super) fn touchpoints(design: &Design, truth: &Truth) -> Vec<TouchpointPlan> {
    let adds = |t: &Touchpoint| (truth[t.met] - truth[t.expected] - DEMAND * truth[t.demanded]) as f32;
    let plan = |(place, t): (usize, &Touchpoint)| TouchpointPlan {
        from: start(place),
        share: truth[t.share] as f32,
        score: t.nps.map_or_else(
            || TouchpointScore::Adds(adds(t)),
            |id| TouchpointScore::Declared(NpsScore::new(truth[id])),
        ),
    };
    design.touchpoints.iter().enumerate().map(plan).collect()
}

/// Where the customers of a touchpoint begin on the circle.
pub(super) fn start(place: usize) -> f32 {
    (TURN * (place + 1) as f64).fract() as f32
}

/// Writes what each branch adds to the share of contacts handled to standard. Where test visits show the gap, branches below the mean come
/// closer to it; without them the gap opens again as fast.
pub(super) fn branches(design: &Design, truth: &Truth, world: &mut WorldPlan) {
    if design.branches.is_empty() {
        return;
    }
    let mean: f64 = design.branches.iter().map(|b| truth[b.share] * truth[b.proper_contacts]).sum();
    let (mut gap, mut opens) = (1.0, 0.0);
    for month in 0..design.horizon_months {
        let adds: [f32; MAX_BRANCHES] = std::array::from_fn(|b| {
            let off = design.branches.get(b).map_or(0.0, |b| truth[b.proper_contacts] - mean);
            (if off < 0.0 { gap * off } else { off }) as f32
        });
        for levers in &mut world.levers {
            levers[month].branches = adds;
            levers[month].has_branches = true;
        }
        match world.work.months[month].narrows_gap {
            Some(narrows) => {
                opens = narrows;
                gap -= narrows * gap;
            }
            None => gap += opens * (1.0 - gap),
        }
    }
}
