//! One possible truth: a value for every number of a design.

use super::correlate::{Factor, correlation_factor};
use super::model::Design;
use super::numbers::{Distribution, Number, NumberId, Numbers};
use super::sampling::Sampling;
use super::score_table::ScoreTable;
use crate::random::sobol::{self, Sobol};
use crate::random::{Purpose, StreamKey, latin, normal, splitmix64};
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

    /// Every number at its central value: mode, mean or median, whichever its distribution is written with.
    pub fn central(design: &Design) -> Self {
        let mut values = central_values(&design.numbers);
        divide_by_sums(&mut values, &design.share_groups);
        Self { values }
    }
}

/// Draws truths of one design.
///
/// Each uncertain number has a stream of its own, named by its path: a number added to the design leaves the draws of the
/// others as they were, unless they are points of a Sobol' sequence.
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
    sampling: Sampling,
    /// The sequence, if the plan is one, and the dimension of each of `uncertain` in it.
    sobol: Option<(Sobol, Vec<usize>)>,
}

/// What drawing one number needs.
#[derive(Debug, Clone)]
struct Uncertain {
    place: usize,
    stream: u64,
    range: Range,
    distribution: Distribution,
    /// A PERT's quantiles, which take too long to solve for in each trial.
    table: Option<ScoreTable>,
}

impl TruthSampler {
    /// Prepares the distributions of a validated design, with the usual sampling plan.
    ///
    /// # Panics
    /// If the correlations contradict each other; the validation of designs refuses those.
    #[expect(clippy::expect_used, reason = "there is no design whose correlations were not checked")]
    pub fn new(design: &Design, seed: u64) -> Self {
        let factor = correlation_factor(design).expect("validated: the correlations can hold together");
        Self::of_parts(&design.numbers, factor, design.share_groups.clone(), seed)
            .sampled(Sampling::default())
    }

    /// The same with another sampling plan. Beyond [`sobol::DIMENSIONS`] uncertain numbers a Sobol' sequence has no points: the
    /// plan is a Latin hypercube then.
    pub fn sampled(self, sampling: Sampling) -> Self {
        let many = self.uncertain.len() > sobol::DIMENSIONS;
        let sampling = if many && sampling == Sampling::Sobol { Sampling::Latin } else { sampling };
        let sobol = (sampling == Sampling::Sobol).then(|| self.sequence()).flatten();
        Self { sampling, sobol, ..self }
    }

    /// A sequence in which the dimensions follow the paths of the numbers, whatever their order in the file.
    fn sequence(&self) -> Option<(Sobol, Vec<usize>)> {
        let mut order: Vec<usize> = (0..self.uncertain.len()).collect();
        order.sort_by_key(|&i| self.uncertain[i].stream);
        let keys: Vec<u64> = order.iter().map(|&i| splitmix64(self.uncertain[i].stream, self.seed)).collect();
        let mut dimension = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, &i)| dimension[i] = at);
        Some((Sobol::new(&keys)?, dimension))
    }

    fn of_parts(numbers: &Numbers, factor: Factor, share_groups: Vec<Vec<NumberId>>, seed: u64) -> Self {
        let drawn = |(id, number): &(NumberId, &Number)| {
            !number.distribution.is_certain() || factor.ids().contains(id)
        };
        let uncertain: Vec<_> = numbers.iter().filter(drawn).map(|(id, n)| Uncertain::new(id, n)).collect();
        let place_of = |id: &NumberId| uncertain.partition_point(|u| u.place < id.0 as usize);
        let correlated = factor.ids().iter().map(place_of).collect();
        let central = central_values(numbers);
        let sampling = Sampling::Plain;
        Self { seed, central, uncertain, factor, correlated, share_groups, sampling, sobol: None }
    }

    /// The numbers that are drawn, in the order of the register.
    pub fn drawn(&self) -> impl Iterator<Item = NumberId> {
        self.uncertain.iter().map(|u| NumberId(u.place as u32))
    }

    /// The truth of a trial: the same for the same seed, whatever was drawn before.
    pub fn draw(&self, trial: u64) -> Truth {
        self.at_point(&(0..self.uncertain.len()).map(|i| self.coordinate(i, trial)).collect::<Vec<_>>())
    }

    fn coordinate(&self, i: usize, trial: u64) -> f64 {
        let stream = self.uncertain[i].stream;
        match (self.sampling, &self.sobol) {
            (Sampling::Plain, _) => plain(self.seed, trial, stream),
            (Sampling::Sobol, Some((sobol, dimension))) => sobol.coordinate(dimension[i], trial),
            (Sampling::Sobol | Sampling::Latin, _) => latin::draw(self.seed, trial, stream),
        }
    }

    /// The name of the stream of each number drawn, in the order of [`drawn`](Self::drawn): it follows from the number's path.
    pub fn streams(&self) -> impl Iterator<Item = u64> {
        self.uncertain.iter().map(|u| u.stream)
    }

    /// The truth in which each number [drawn](Self::drawn) has the value of its rank in `ranks` (0..1) by its own distribution, whatever the
    /// correlations.
    pub fn at_ranks(&self, ranks: &[f64]) -> Truth {
        self.of_own_scores(ranks.iter().map(|&u| normal::quantile(u)))
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
        self.of_own_scores(scores.into_iter())
    }

    fn of_own_scores(&self, scores: impl Iterator<Item = f64>) -> Truth {
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
        let table = match number.distribution {
            Distribution::Pert { low, mode, high } if low < high => {
                Some(ScoreTable::of_pert(low, mode, high))
            }
            _ => None,
        };
        let stream = stream_of(&number.path);
        Self {
            place: id.0 as usize,
            stream,
            range: number.range,
            distribution: number.distribution.clone(),
            table,
        }
    }

    fn value(&self, score: f64) -> f64 {
        match &self.table {
            Some(table) => self.range.clamp(table.at(score)),
            None => self.distribution.at_score(score, self.range),
        }
    }
}

/// An independent draw between 0 and 1 from a number's stream.
fn plain(seed: u64, trial: u64, stream: u64) -> f64 {
    let word = StreamKey { seed, trial, a: stream, b: 0, purpose: Purpose::Truth }.rng().next_u64();
    // the middle of one of 2^52 equal cells: never 0 or 1
    ((word >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
}

/// The first 8 bytes of SHA-256 of the path.
fn stream_of(path: &str) -> u64 {
    let hash: [u8; 32] = Sha256::digest(path.as_bytes()).into();
    hash.iter().take(8).rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

fn central_values(numbers: &Numbers) -> Vec<f64> {
    numbers.iter().map(|(_, number)| number.range.clamp(number.distribution.central())).collect()
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
