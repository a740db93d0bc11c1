//! Scenario discovery: the box of assumptions in which a program most often fails (after PRIM, Friedman & Fisher 1999; Bryant &
//! Lempert 2010).

use crate::design::{Design, NumberId};

/// A part of the space of assumptions, bounded in one or two numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Each bound: the number, the value, and whether the region lies above it.
    pub bounds: Vec<(NumberId, f64, bool)>,
    /// Share of all trials in it.
    pub probability: f64,
    /// Share of its trials that fail.
    pub failing: f64,
    /// Share of all failing trials that lie in it.
    pub coverage: f64,
}

/// Least share of the trials in a region.
const SUPPORT: f64 = 0.15;
/// Each bound must raise the share that fails by so much, or it is not worth a sentence.
const GAIN: f64 = 0.08;

/// The region in which `fails` is most frequent, with at most two bounds; `None` where no single number makes a difference.
pub fn discover(design: &Design, truths: &[Vec<f64>], fails: &[bool]) -> Option<Region> {
    let all: Vec<usize> = (0..fails.len()).collect();
    let mut inside = all.clone();
    let mut bounds = Vec::new();
    while bounds.len() < 2 {
        let Some((bound, rest)) = best_cut(design, truths, fails, &inside, all.len()) else { break };
        bounds.push(bound);
        inside = rest;
    }
    let failing = |part: &[usize]| part.iter().filter(|&&t| fails[t]).count() as f64;
    (!bounds.is_empty()).then(|| Region {
        bounds,
        probability: inside.len() as f64 / all.len() as f64,
        failing: failing(&inside) / inside.len() as f64,
        coverage: failing(&inside) / failing(&all).max(1.0),
    })
}

type Cut = ((NumberId, f64, bool), Vec<usize>);

fn best_cut(
    design: &Design,
    truths: &[Vec<f64>],
    fails: &[bool],
    inside: &[usize],
    all: usize,
) -> Option<Cut> {
    let share = |part: &[usize]| part.iter().filter(|&&t| fails[t]).count() as f64 / part.len().max(1) as f64;
    let mut best: Option<(f64, Cut)> = None;
    for (at, (id, number)) in design.numbers.iter().enumerate() {
        if number.law.is_certain() || number.path.starts_with("goal") {
            continue;
        }
        let mut values: Vec<f64> = inside.iter().map(|&t| truths[t][at]).collect();
        values.sort_unstable_by(f64::total_cmp);
        for tenth in 1..10 {
            let bound = values[values.len() * tenth / 10];
            for above in [false, true] {
                let part: Vec<usize> =
                    inside.iter().copied().filter(|&t| (truths[t][at] > bound) == above).collect();
                let score = share(&part);
                let enough = part.len() as f64 >= SUPPORT * all as f64;
                if enough && best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, ((id, bound, above), part)));
                }
            }
        }
    }
    best.filter(|(score, _)| *score >= share(inside) + GAIN).map(|(_, cut)| cut)
}
