//! One possible truth: a value for every number of a design.

use super::correlate::{Factor, correlation_factor};
use super::model::Design;
use super::numbers::{Law, Number, NumberId, Numbers};
use super::score_table::ScoreTable;
use crate::random::{Purpose, StreamKey, normal};
use crate::units::Range;
use rand::Rng;
use sha2::{Digest, Sha256};

/// A value for every number of a design, in the order of its register.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    pub(crate) values: Vec<f64>,
}

impl std::ops::Index<NumberId> for Truth {
    type Output = f64;

    fn index(&self, id: NumberId) -> &f64 {
        &self.values[id.0 as usize]
    }
}

impl Truth {
    /// The truth of one trial. For many trials prepare a [`TruthSampler`] once.
    pub fn draw(design: &Design, seed: u64, trial: u64) -> Self {
        TruthSampler::new(design, seed).draw(trial)
    }

    /// Every number at its central value: mode, mean or median, whichever its law is written with.
    pub fn central(design: &Design) -> Self {
        let mut values = central_values(&design.numbers);
        divide_by_sums(&mut values, &design.share_groups);
        Self { values }
    }
}

/// Draws truths of one design.
///
/// Each uncertain number has a stream of its own, named by its path: a number added to the design leaves the draws of the
/// others as they were.
#[derive(Debug, Clone)]
pub struct TruthSampler {
    seed: u64,
    /// The values of certain numbers in their places.
    central: Vec<f64>,
    uncertain: Vec<Uncertain>,
    /// Correlations, and the places in `uncertain` of the numbers they join.
    factor: Factor,
    correlated: Vec<usize>,
    share_groups: Vec<Vec<NumberId>>,
}

/// What drawing one number needs.
#[derive(Debug, Clone)]
struct Uncertain {
    place: usize,
    stream: u64,
    range: Range,
    law: Law,
    /// A PERT's quantiles, which take too long to solve for in each trial.
    table: Option<ScoreTable>,
}

impl TruthSampler {
    /// Prepares the laws of a validated design.
    ///
    /// # Panics
    /// If the correlations contradict each other; the validation of designs refuses those.
    #[expect(clippy::expect_used, reason = "there is no design whose correlations were not checked")]
    pub fn new(design: &Design, seed: u64) -> Self {
        let factor = correlation_factor(design).expect("validated: the correlations can hold together");
        Self::of_parts(&design.numbers, factor, design.share_groups.clone(), seed)
    }

    fn of_parts(numbers: &Numbers, factor: Factor, share_groups: Vec<Vec<NumberId>>, seed: u64) -> Self {
        let drawn =
            |(id, number): &(NumberId, &Number)| !number.law.is_certain() || factor.ids().contains(id);
        let uncertain: Vec<_> = numbers.iter().filter(drawn).map(|(id, n)| Uncertain::new(id, n)).collect();
        let place_of = |id: &NumberId| uncertain.partition_point(|u| u.place < id.0 as usize);
        let correlated = factor.ids().iter().map(place_of).collect();
        Self { seed, central: central_values(numbers), uncertain, factor, correlated, share_groups }
    }

    /// The numbers that are drawn, in the order of the register.
    pub fn drawn(&self) -> impl Iterator<Item = NumberId> {
        self.uncertain.iter().map(|u| NumberId(u.place as u32))
    }

    /// The truth of a trial: the same for the same seed, whatever was drawn before.
    pub fn draw(&self, trial: u64) -> Truth {
        self.of_scores(self.uncertain.iter().map(|u| u.score(self.seed, trial)).collect())
    }

    /// The truth at a point of the unit cube, one coordinate strictly between 0 and 1 for each of the numbers
    /// [drawn](Self::drawn): the coordinates as independent draws, joined by the design's correlations.
    pub fn at_point(&self, point: &[f64]) -> Truth {
        self.of_scores(point.iter().map(|&u| normal::quantile(u)).collect())
    }

    fn of_scores(&self, mut scores: Vec<f64>) -> Truth {
        let mut joined: Vec<f64> = self.correlated.iter().map(|&i| scores[i]).collect();
        self.factor.correlate(&mut joined);
        for (&i, score) in self.correlated.iter().zip(joined) {
            scores[i] = score;
        }
        let mut values = self.central.clone();
        for (number, score) in self.uncertain.iter().zip(scores) {
            values[number.place] = number.value(score);
        }
        divide_by_sums(&mut values, &self.share_groups);
        Truth { values }
    }
}

impl Uncertain {
    fn new(id: NumberId, number: &Number) -> Self {
        let table = match number.law {
            Law::Pert { low, mode, high } if low < high => Some(ScoreTable::of_pert(low, mode, high)),
            _ => None,
        };
        let stream = stream_of(&number.path);
        Self { place: id.0 as usize, stream, range: number.range, law: number.law.clone(), table }
    }

    /// A standard normal score from the number's own stream.
    fn score(&self, seed: u64, trial: u64) -> f64 {
        let word = StreamKey { seed, trial, a: self.stream, b: 0, purpose: Purpose::Truth }.rng().next_u64();
        // the middle of one of 2^52 equal cells: never 0 or 1
        normal::quantile(((word >> 12) as f64 + 0.5) / (1_u64 << 52) as f64)
    }

    fn value(&self, score: f64) -> f64 {
        match &self.table {
            Some(table) => self.range.clamp(table.at(score)),
            None => self.law.at_score(score, self.range),
        }
    }
}

/// The first 8 bytes of SHA-256 of the path.
fn stream_of(path: &str) -> u64 {
    let hash: [u8; 32] = Sha256::digest(path.as_bytes()).into();
    hash.iter().take(8).rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

fn central_values(numbers: &Numbers) -> Vec<f64> {
    numbers.iter().map(|(_, number)| number.range.clamp(number.law.central())).collect()
}

/// Divides the shares of each group by their sum; a group of zeros becomes a group of equal shares.
fn divide_by_sums(values: &mut [f64], groups: &[Vec<NumberId>]) {
    for group in groups {
        let sum: f64 = group.iter().map(|id| values[id.0 as usize]).sum();
        for id in group {
            let value = &mut values[id.0 as usize];
            *value = if sum > 0.0 { *value / sum } else { 1.0 / group.len() as f64 };
        }
    }
}

#[cfg(test)]
#[path = "truth_tests.rs"]
mod tests;
