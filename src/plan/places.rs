//! Branches and touchpoints: what differs between places, and how test visits and fast answers change it.

use super::levers::Answered;
use super::world::WorldPlan;
use crate::design::{Design, Element, ElementKind, MAX_BRANCHES, Touchpoint, Truth};

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
    Declared(f64),
    /// What it adds to the answer, in standard deviations.
    Adds(f32),
}

/// The touchpoints of a design.
pub(super) fn touchpoints(design: &Design, truth: &Truth) -> Vec<TouchpointPlan> {
    let adds = |t: &Touchpoint| (truth[t.met] - truth[t.expected] - DEMAND * truth[t.demanded]) as f32;
    let plan = |(place, t): (usize, &Touchpoint)| TouchpointPlan {
        from: start(place),
        share: truth[t.share] as f32,
        score: t
            .nps
            .map_or_else(|| TouchpointScore::Adds(adds(t)), |id| TouchpointScore::Declared(truth[id])),
    };
    design.touchpoints.iter().enumerate().map(plan).collect()
}

/// Where the customers of a touchpoint begin on the circle.
fn start(place: usize) -> f32 {
    (TURN * (place + 1) as f64).fract() as f32
}

/// Writes what each branch adds to the share of proper contacts. Where test visits show the gap, branches below the mean come
/// closer to it; without them the gap opens again as fast.
pub(super) fn branches(
    design: &Design,
    truth: &Truth,
    elements: &[Element],
    end: usize,
    world: &mut WorldPlan,
) {
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
        let active = elements.iter().filter(|e| (e.from..e.until.min(end)).contains(&month));
        let shown = active.filter_map(|e| match e.kind {
            ElementKind::MysteryShopping { narrows_gap, .. } => Some(truth[narrows_gap]),
            _ => None,
        });
        match shown.reduce(f64::max) {
            Some(narrows) => {
                opens = narrows;
                gap -= narrows * gap;
            }
            None => gap += opens * (1.0 - gap),
        }
    }
}

/// Fast answers lift those they reach. What is usual is expected: a part of the lift becomes the norm, and is missed afterwards.
pub(super) fn fast_response(
    design: &Design,
    truth: &Truth,
    element: &Element,
    end: usize,
    world: &mut WorldPlan,
) {
    let ElementKind::FastResponse { reaches, lift, touchpoint } = element.kind else { return };
    let b = &design.behaviour;
    let (habituation, adaptation) = (truth[b.service_habituation], truth[b.expectation_adaptation]);
    let place = touchpoint.and_then(|at| Some((at, design.touchpoints.get(at)?)));
    let from = place.map_or(0.0, |(at, _)| start(at));
    let share = truth[reaches] * place.map_or(1.0, |(_, t)| truth[t.share]);
    let until = element.until.min(end);
    let mut norm = 0.0;
    for month in element.from..design.horizon_months {
        let given = if month < until { truth[lift] } else { 0.0 };
        let felt = (given - habituation * norm) as f32;
        norm += adaptation * (given - norm);
        for (segment, levers) in world.levers.iter_mut().enumerate() {
            if element.segments.is_empty() || element.segments.contains(&segment) {
                let levers = &mut levers[month];
                // of several, one after the other, the one in force counts
                if month < until || levers.answered == Answered::NOBODY {
                    levers.answered = Answered { from, share: share as f32, lift: felt };
                }
            }
        }
    }
}
