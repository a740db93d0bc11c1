//! What varies by itself: single numbers, and groups of numbers that only vary together.

use crate::design::{Design, NumberId, TruthSampler};
use serde::Serialize;

/// What an input is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One uncertain number.
    Number,
    /// Shares that sum to 1: one cannot change without the others.
    Shares,
    /// Numbers joined by rank correlations, directly or through others.
    Correlated,
    /// All numbers that a first look found to matter little, together.
    Rest,
    /// Events of the market: whether and when rivals open, price wars.
    Events,
    /// Who the customers are and what happens to them.
    Luck,
}

/// Uncertain numbers that vary together, independent of all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// What it is made of.
    pub kind: Kind,
    /// Paths of its numbers, segments by name, in alphabetical order.
    pub paths: Vec<String>,
    /// Their places among the numbers drawn.
    pub members: Vec<usize>,
}

/// The inputs of a design, in the order of their paths: a share group is one input, and so is whatever correlations join. What is left
/// is independent, so that the variance can be divided among them (Jacques, Lavergne & Devictor 2006).
pub fn inputs(design: &Design, sampler: &TruthSampler) -> Vec<Input> {
    let drawn: Vec<NumberId> = sampler.drawn().collect();
    let place = |id: &NumberId| drawn.iter().position(|d| d == id);
    let mut group: Vec<usize> = (0..drawn.len()).collect();
    let mut shares = vec![false; drawn.len()];
    for members in &design.share_groups {
        let members: Vec<usize> = members.iter().filter_map(place).collect();
        members.iter().for_each(|&m| shares[m] = true);
        join(&mut group, &members);
    }
    let mut correlated = vec![false; drawn.len()];
    for pair in &design.correlations {
        let members: Vec<usize> = [pair.a, pair.b].iter().filter_map(place).collect();
        members.iter().for_each(|&m| correlated[m] = true);
        join(&mut group, &members);
    }
    let uncertain = |&m: &usize| !design.numbers[drawn[m]].distribution.is_certain();
    let path = |&m: &usize| design.readable(&design.numbers[drawn[m]].path);
    let mut all: Vec<Input> = Vec::new();
    for root in 0..drawn.len() {
        let members: Vec<usize> = (0..drawn.len()).filter(|&m| group[m] == root).collect();
        let mut paths: Vec<String> = members.iter().filter(|m| uncertain(m)).map(path).collect();
        paths.sort_unstable();
        let kind = match paths.len() {
            0 => continue,
            1 => Kind::Number,
            _ if members.iter().any(|&m| correlated[m]) => Kind::Correlated,
            _ => Kind::Shares,
        };
        all.push(Input { kind, paths, members });
    }
    all.sort_by(|a, b| a.paths.cmp(&b.paths));
    all
}

/// Puts everything that is in a group with any of `members` into one group.
fn join(group: &mut [usize], members: &[usize]) {
    let Some(&first) = members.first() else { return };
    for &member in members {
        let (from, to) = (group[member], group[first]);
        group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
    }
}

/// A point with the coordinates of an input taken from another.
pub fn mixed(own: &[f64], other: &[f64], members: &[usize]) -> Vec<f64> {
    let mut point = own.to_vec();
    members.iter().for_each(|&m| point[m] = other[m]);
    point
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Input> {
        let design = Design::parse(text).unwrap();
        inputs(&design, &TruthSampler::new(&design, 1))
    }

    #[test]
    fn what_varies_together_is_one_input() {
        let text = include_str!("../../../scenarios/electronics.toml");
        let all = of(text);
        let correlated: Vec<_> = all.iter().filter(|i| i.kind == Kind::Correlated).collect();
        assert_eq!(correlated.len(), 2, "{all:?}");
        assert!(correlated.iter().all(|i| i.paths.len() == 2));
        assert!(all.iter().filter(|i| i.kind == Kind::Number).all(|i| i.members.len() == 1));
        let members: usize = all.iter().map(|i| i.members.len()).sum();
        let design = Design::parse(text).unwrap();
        assert_eq!(members, TruthSampler::new(&design, 1).drawn().count());
    }

    #[test]
    fn groups_join_through_others() {
        let mut group: Vec<usize> = (0..6).collect();
        join(&mut group, &[0, 1]);
        join(&mut group, &[2, 3]);
        join(&mut group, &[1, 3]);
        join(&mut group, &[]);
        assert!(group[..4].iter().all(|g| *g == group[0]));
        assert_eq!([group[4], group[5]], [4, 5]);
    }

    #[test]
    fn mixing_changes_the_members_alone() {
        assert_eq!(mixed(&[0.1, 0.2, 0.3], &[0.7, 0.8, 0.9], &[0, 2]), [0.7, 0.2, 0.9]);
    }
}
