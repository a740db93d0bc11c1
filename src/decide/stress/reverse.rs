//! Reverse stress: the smallest joint change of assumptions at which a program fails, in terms of plausibility.
//!
//! Assumptions are moved in the space of independent standard normal scores behind the design's laws and correlations, where the
//! distance from the middle says how far-fetched a combination is. The nearest failing point is sought as in structural
//! reliability (Hasofer & Lind 1974; Rackwitz & Fiessler 1978): along the slope of the mean outcome, which is measured by
//! regression on trials, and then exactly along that direction.

use crate::decide::paired;
use crate::decide::watch::Watch;
use crate::design::{Design, Goal, GoalBound, Truth, TruthSampler};
use crate::random::{Purpose, StreamKey, normal};
use crate::simulate::{Experiment, Halt, Settings};
use crate::summary::real_size::Shrink;
use crate::summary::{Outcome, Scalar};
use crate::units::Share;
use nalgebra::{DMatrix, DVector};
use rand::RngExt;
use serde::Serialize;

/// Rounds of measuring the slope anew around the point found.
const ROUNDS: usize = 2;
/// How far around that point trials are spread, in standard deviations.
const SPREAD: f64 = 0.6;
/// Combinations further out than this are not sought: less likely than one in ten thousand.
const FURTHEST: f64 = 4.0;
/// Halvings of the distance at the end.
const HALVINGS: usize = 7;
/// Trials of luck at one set of assumptions.
const LUCK: u64 = 24;

/// The trials on which a failure is studied: scores, truths and how far each trial was above failing.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Independent standard normal scores of the uncertain numbers, by trial.
    pub scores: Vec<Vec<f64>>,
    /// Values of the uncertain numbers, by trial.
    pub values: Vec<Vec<f64>>,
    /// What is left above failure, by trial as simulated.
    pub margins: Vec<f64>,
    /// By how much the luck that the customers simulated have beyond the business's own moves it; empty where it moves nothing.
    pub excess: Vec<f64>,
}

impl Sample {
    /// What is left above failure at the real size of the business: below 0 the program fails.
    pub fn at_real_size(&self) -> Vec<f64> {
        let shrink = Shrink::of(&self.margins, &self.excess);
        self.margins.iter().map(|margin| shrink.at(*margin)).collect()
    }
}

/// How far a trial is above failing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margin {
    /// What is left; below 0 the program fails.
    pub left: f64,
    /// By how much the luck that the customers simulated have beyond the business's own moves it.
    pub excess: f64,
}

impl Margin {
    /// A headline number above zero.
    pub fn of(outcome: &Outcome, scalar: Scalar) -> Self {
        Self { left: outcome.get(scalar), excess: outcome.excess(scalar) }
    }

    /// The metric of one of `goals` above its threshold.
    pub fn of_goal(outcome: &Outcome, goals: &[Goal], place: usize) -> Self {
        let above = outcome.goal_value(place) - outcome.goal_threshold(place);
        let least = goals.get(place).is_some_and(|goal| goal.bound == GoalBound::AtLeast);
        Self { left: if least { above } else { -above }, excess: outcome.goal_excess(place) }
    }
}

/// Plays trials and says how far each is above failing.
pub struct Margins<'d> {
    design: &'d Design,
    experiment: Experiment<'d>,
    sampler: TruthSampler,
    settings: Settings,
    margin: &'d (dyn Fn(&Outcome) -> Margin + Sync),
}

/// One assumption at the failing point.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shift {
    /// Path of the number, segments by name.
    pub path: String,
    /// Its central value.
    pub central: f64,
    /// Its value at the failing point.
    pub value: f64,
    /// By how many standard deviations of plausibility it has moved.
    pub scores: f64,
    /// Its part of the squared distance.
    pub share: Share,
}

/// The nearest failing point.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reverse {
    /// Its distance from the middle in standard deviations; 0 where the middle fails already.
    pub distance: f64,
    /// How likely something as bad is: the normal probability beyond that distance (first-order reliability).
    pub probability: Share,
    /// The assumptions, those that move most first.
    pub shifts: Vec<Shift>,
}

impl<'d> Margins<'d> {
    /// Prepares a design; `margin` says how far an outcome is above failing.
    pub fn new(
        design: &'d Design,
        settings: Settings,
        margin: &'d (dyn Fn(&Outcome) -> Margin + Sync),
    ) -> Self {
        let (experiment, sampler) =
            (Experiment::new(design, settings), TruthSampler::new(design, settings.seed));
        Self { design, experiment, sampler, settings, margin }
    }

    /// The same, giving up trials in the middle once `halt` asks for it.
    pub fn until(self, halt: Halt<'d>) -> Self {
        Self { experiment: self.experiment.until(halt), ..self }
    }

    /// How many numbers are uncertain.
    pub fn dimensions(&self) -> usize {
        self.sampler.drawn().count()
    }

    /// Trials with scores spread by `spread` around `centre`; `batch` names the draws. Fewer trials if stopped.
    pub fn sample(
        &self,
        centre: &[f64],
        spread: f64,
        (batch, trials): (u32, u64),
        watch: &dyn Watch,
    ) -> Sample {
        let scores = |trial| self.scores(centre, spread, batch, trial);
        let rows = paired::play_with(0..trials, watch, |trial| {
            let truth = self.truth(&scores(trial));
            watch.tick(1);
            vec![paired::outcome(self.design, &self.experiment, &truth, trial)]
        });
        // Drawn anew, since nobody knows beforehand after how many trials the work is stopped.
        let scores: Vec<Vec<f64>> = (0..rows.len() as u64).map(scores).collect();
        let values = scores.iter().map(|z| self.values(&self.truth(z))).collect();
        let margins: Vec<Margin> = rows.iter().map(|row| (self.margin)(&row[0])).collect();
        Sample {
            values,
            margins: margins.iter().map(|margin| margin.left).collect(),
            excess: margins.iter().map(|margin| margin.excess).collect(),
            scores,
        }
    }

    fn scores(&self, centre: &[f64], spread: f64, batch: u32, trial: u64) -> Vec<f64> {
        let key = StreamKey { seed: self.settings.seed, trial, a: 2, b: batch, purpose: Purpose::Search };
        let mut rng = key.rng();
        centre
            .iter()
            .map(|c| c + spread * normal::quantile(rng.random::<f64>().clamp(1e-12, 1.0 - 1e-12)))
            .collect()
    }

    fn truth(&self, scores: &[f64]) -> Truth {
        let point: Vec<f64> = scores.iter().map(|z| normal::cdf(*z).clamp(1e-15, 1.0 - 1e-15)).collect();
        self.sampler.at_point(&point)
    }

    fn values(&self, truth: &Truth) -> Vec<f64> {
        self.sampler.drawn().map(|id| truth[id]).collect()
    }

    /// The nearest failing point, given trials around the middle. `None` if none is near enough or the work was stopped.
    pub fn reverse(&self, around_middle: &Sample, trials: u64, watch: &dyn Watch) -> Option<Reverse> {
        let first = slope(around_middle)?;
        let mut point = nearest(&first, &vec![0.0; first.slopes.len()]);
        let mut last = None;
        for round in 0..ROUNDS {
            let sample = self.sample(&point, SPREAD, (round as u32 + 1, trials), watch);
            if watch.stopped() {
                return None;
            }
            let direction = slope(&sample)?;
            point = nearest(&direction, &mean_scores(&sample));
            last = Some(direction);
        }
        // few trials around a far point may point the wrong way where the outcome is flat: then as it was around the middle
        [last?, first].iter().map(Slope::downhill).find_map(|direction| {
            let distance = self.distance(&direction, watch)?;
            Some(self.told(&direction, distance))
        })
    }

    /// How far one must go in a direction until the program fails in the mean over luck.
    fn distance(&self, direction: &[f64], watch: &dyn Watch) -> Option<f64> {
        let margin = |distance: f64| -> Option<f64> {
            let point: Vec<f64> = direction.iter().map(|d| d * distance).collect();
            let sample = self.sample(&point, 0.0, (9, LUCK), watch);
            let mean = sample.margins.iter().sum::<f64>() / sample.margins.len() as f64;
            (!watch.stopped()).then_some(mean)
        };
        if margin(0.0)? < 0.0 {
            return Some(0.0);
        }
        if margin(FURTHEST)? >= 0.0 {
            return None;
        }
        let (mut safe, mut failing) = (0.0, FURTHEST);
        for _ in 0..HALVINGS {
            let middle = (safe + failing) / 2.0;
            if margin(middle)? < 0.0 { failing = middle } else { safe = middle }
        }
        Some((safe + failing) / 2.0)
    }

    fn told(&self, direction: &[f64], distance: f64) -> Reverse {
        let middle = self.values(&self.truth(&vec![0.0; direction.len()]));
        let scores: Vec<f64> = direction.iter().map(|d| d * distance).collect();
        let values = self.values(&self.truth(&scores));
        let shift = |(at, id): (usize, crate::design::NumberId)| Shift {
            path: self.design.readable(&self.design.numbers[id].path),
            central: middle[at],
            value: values[at],
            scores: scores[at],
            share: Share::new(direction[at] * direction[at]),
        };
        let mut shifts: Vec<Shift> = self.sampler.drawn().enumerate().map(shift).collect();
        shifts.sort_by(|a, b| b.share.total_cmp(&a.share));
        Reverse { distance, probability: Share::new(normal::cdf(-distance)), shifts }
    }
}

/// A plane through the margins: their mean and slopes by score.
struct Slope {
    mean: f64,
    slopes: Vec<f64>,
    steepness: f64,
}

impl Slope {
    /// The direction in which the margin falls most.
    fn downhill(&self) -> Vec<f64> {
        self.slopes.iter().map(|s| -s / self.steepness).collect()
    }
}

/// Ridge regression of the margins on the scores, the penalty one trial's weight: fewer trials than numbers are no disaster.
fn slope(sample: &Sample) -> Option<Slope> {
    let (n, p) = (sample.scores.len(), sample.scores.first()?.len());
    let centre = mean_scores(sample);
    let mean = sample.margins.iter().sum::<f64>() / n as f64;
    let x = DMatrix::from_fn(n, p, |i, j| sample.scores[i][j] - centre[j]);
    let y = DVector::from_fn(n, |i, _| sample.margins[i] - mean);
    let gram = x.transpose() * &x + DMatrix::identity(p, p);
    let slopes: Vec<f64> = gram.cholesky()?.solve(&(x.transpose() * y)).iter().copied().collect();
    let steepness = slopes.iter().map(|s| s * s).sum::<f64>().sqrt();
    (steepness.is_finite() && steepness > 0.0).then_some(Slope { mean, slopes, steepness })
}

fn mean_scores(sample: &Sample) -> Vec<f64> {
    let n = sample.scores.len().max(1) as f64;
    let p = sample.scores.first().map_or(0, Vec::len);
    (0..p).map(|j| sample.scores.iter().map(|z| z[j]).sum::<f64>() / n).collect()
}

/// The point of the plane through `centre` with margin 0 that is nearest to the middle.
fn nearest(plane: &Slope, centre: &[f64]) -> Vec<f64> {
    let at_middle = plane.mean - plane.slopes.iter().zip(centre).map(|(s, c)| s * c).sum::<f64>();
    let distance = (at_middle / plane.steepness).clamp(-FURTHEST, FURTHEST);
    plane.slopes.iter().map(|s| -s / plane.steepness * distance).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_point_of_a_plane_is_found() {
        // margin = 2 − 3·z₀ + 4·z₁: nearest to the middle at distance 2/5, along (3, −4)/5
        let scores: Vec<Vec<f64>> =
            (0..400).map(|i| vec![f64::from(i % 20) / 10.0 - 0.3, f64::from(i / 20) / 10.0 - 1.0]).collect();
        let margins = scores.iter().map(|z| 2.0 - 3.0 * z[0] + 4.0 * z[1]).collect();
        let sample = Sample { values: scores.clone(), scores, margins, excess: Vec::new() };
        let plane = slope(&sample).unwrap();
        let point = nearest(&plane, &mean_scores(&sample));
        // The ridge takes 1 part in the 133 of each score's sum of squares.
        assert!((point[0] - 0.24).abs() < 0.01 && (point[1] + 0.32).abs() < 0.01, "{point:?}");
    }
}
