//! Parts together: of one run, every trial once.

use super::{About, Difference, Nth, PartFault};
use std::ops::Range;

/// The places of the parts, named by their files, in the order of their trials.
///
/// # Errors
/// If they are not of one run, or if a trial of it is missing or there twice.
pub fn in_order(parts: &[(String, About)]) -> Result<Vec<usize>, PartFault> {
    let Some((first, about)) = parts.first() else { return Err(PartFault::MissingTrials(Vec::new())) };
    for (file, other) in parts {
        if let Some(what) = difference(other, about) {
            return Err(PartFault::Other { file: file.clone(), first: first.clone(), what });
        }
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| (parts[*at].1.trials.start, parts[*at].1.trials.end));
    for pair in order.windows(2) {
        let [(first, before), (file, after)] = [&parts[pair[0]], &parts[pair[1]]];
        let both = after.trials.start..before.trials.end.min(after.trials.end);
        if !both.is_empty() {
            return Err(PartFault::Twice { file: file.clone(), first: first.clone(), trials: both });
        }
    }
    let gaps = gaps(order.iter().map(|at| &parts[*at].1.trials), about.of_trials);
    if gaps.is_empty() { Ok(order) } else { Err(missing(parts, gaps)) }
}

fn difference(theirs: &About, first: &About) -> Option<Difference> {
    let found = [
        (theirs.hash != first.hash, Difference::Design),
        (theirs.asked != first.asked, Difference::Options),
        (theirs.seed != first.seed, Difference::Seed(theirs.seed, first.seed)),
        (theirs.customers != first.customers, Difference::Customers(theirs.customers, first.customers)),
        (theirs.of_trials != first.of_trials, Difference::Trials(theirs.of_trials, first.of_trials)),
        (theirs.sampling != first.sampling, Difference::Sampling),
    ];
    found.into_iter().find_map(|(differs, what)| differs.then_some(what))
}

/// Trials below `all` that are in none of the ranges, which rise.
pub fn gaps<'r>(ranges: impl Iterator<Item = &'r Range<u64>>, all: u64) -> Vec<Range<u64>> {
    let (mut gaps, mut next) = (Vec::new(), 0);
    for range in ranges {
        if next < range.start {
            gaps.push(next..range.start.min(all));
        }
        next = next.max(range.end);
    }
    if next < all {
        gaps.push(next..all);
    }
    gaps
}

/// Where all parts are of so many, those that are not there; otherwise their trials.
fn missing(parts: &[(String, About)], gaps: Vec<Range<u64>>) -> PartFault {
    let of = parts[0].1.nth.map(|nth| nth.of);
    let same = |about: &About| about.nth.is_some_and(|nth| Some(nth.of) == of);
    let Some(of) = of.filter(|of| *of <= parts[0].1.of_trials && parts.iter().all(|(_, about)| same(about)))
    else {
        return PartFault::MissingTrials(gaps);
    };
    let there = |part| parts.iter().any(|(_, about)| about.nth == Some(Nth { part, of }));
    PartFault::MissingParts((1..=of).filter(|part| !there(*part)).map(|part| Nth { part, of }).collect())
}
