//! How far a forecast may be off: luck of customers, parameters not known exactly, months that differ, and a model that is only a model.
//!
//! The last two are not in any formula of the model. They are measured on the fitted part of the data: the same model, fitted on parts of
//! that, has missed what came next by so much.

use super::beta_geometric::BetaGeometric;
use super::choose::Contest;
use super::customers::{Pasts, WEEK};
use super::forecast::Forecast;
use super::model::Model;
use crate::data::Log;
use crate::units::Day;

/// Standard normal value above which 5 % lie.
pub const Z90: f64 = 1.644_854;
/// The same for a tenth.
pub const TENTH: f64 = 1.281_552;
/// The same of Student's t with 1, 2, 3 degrees of freedom: the misses are few.
const T90: [f64; 3] = [6.314, 2.920, 2.353];
/// No model is taken to miss by less, in logarithms.
const LEAST_MISS: f64 = 0.02;
/// Months vary by so much where nothing tells.
const USUAL_MONTH: f64 = 0.1;

/// What widens intervals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uncertainty {
    /// Half-width of the interval of a total in logarithms, without luck.
    pub model: f64,
    /// Standard deviation of single months about the forecast, in logarithms.
    pub month: f64,
    /// Variance of the number of purchases over its mean.
    pub scatter: f64,
}

impl Uncertainty {
    /// Of a model of the contest on this log, fitted up to `until`; `cuts` are the days up to which it was fitted to be judged.
    pub fn of(log: &Log, contest: &Contest, model: BetaGeometric, cuts: &[Day], until: Day) -> Self {
        let missed = missed(&contest.misses);
        let pasts = Pasts::of(log, until, until).condensed();
        let parameters = Z90
            * parameter_error(&contest.estimate.covariance, |logs| {
                let moved = std::array::from_fn(|k| contest.estimate.parameters[k] * libm::exp(logs[k]));
                libm::log(Model::BetaGeometric(model).total(&pasts, moved, 52.0).max(f64::MIN_POSITIVE))
            });
        let month = cuts.first().map_or(USUAL_MONTH, |cut| month_noise(log, contest, *cut, until));
        let scatter = scatter(&pasts, model, contest.estimate.parameters);
        Self { model: libm::sqrt(missed * missed + parameters * parameters), month, scatter }
    }

    /// The interval of a total whose luck has `scatter` times its own size as variance.
    pub fn total(&self, expected: f64, scatter: f64, actual: f64) -> Forecast {
        self.about(expected, self.model * self.model + Z90 * Z90 * scatter / expected.max(1.0), actual)
    }

    /// The interval of one month.
    pub fn month(&self, expected: f64, actual: f64) -> Forecast {
        let noise = Z90 * Z90 * (self.month * self.month + self.scatter / expected.max(1.0));
        self.about(expected, self.model * self.model + noise, actual)
    }

    fn about(&self, expected: f64, square: f64, actual: f64) -> Forecast {
        let factor = libm::exp(libm::sqrt(square));
        Forecast { expected, low: expected / factor, high: expected * factor, actual }
    }
}

/// Half-width of a 90 % interval in logarithms, by how far the same rule has missed before.
pub(super) fn missed(misses: &[f64]) -> f64 {
    let square = misses.iter().map(|miss| miss * miss).sum::<f64>() / misses.len().max(1) as f64;
    libm::sqrt(square).max(LEAST_MISS) * T90[misses.len().clamp(1, T90.len()) - 1]
}

/// Standard error of a function of the logarithms of parameters, by its slopes.
fn parameter_error(covariance: &[[f64; 4]; 4], of: impl Fn([f64; 4]) -> f64) -> f64 {
    let slopes: [f64; 4] = std::array::from_fn(|k| {
        // a step within what the data allow: flat directions are walked, not extrapolated
        let step = libm::sqrt(covariance[k][k]).clamp(1e-4, 0.5);
        let mut logs = [0.0; 4];
        logs[k] = step;
        let up = of(logs);
        logs[k] = -step;
        (up - of(logs)) / (2.0 * step)
    });
    let variance: f64 = (0..16).map(|k| slopes[k / 4] * covariance[k / 4][k % 4] * slopes[k % 4]).sum();
    libm::sqrt(variance.max(0.0))
}

/// How single months after `cut` have differed from the forecast made then, beyond what all of them have in common.
fn month_noise(log: &Log, contest: &Contest, cut: Day, until: Day) -> f64 {
    const DAYS: i32 = 30;
    let (before, model) = (Pasts::of(log, cut, cut).condensed(), contest.model);
    let fitted = model.fit_from(&before, &[contest.estimate.parameters]);
    let months = until.since(cut) / DAYS;
    let known = || log.customers.iter().filter(|c| c.purchases.first().is_some_and(|p| p.day <= cut));
    let made = |from: Day, until: Day| {
        known().map(|customer| customer.purchases_between(from, until).len()).sum::<usize>() as f64
    };
    let misses: Vec<f64> = (0..months)
        .map(|month| {
            let (begin, end) = (cut.plus(month * DAYS), cut.plus((month + 1) * DAYS));
            let total = |day: Day| model.total(&before, fitted.parameters, f64::from(day.since(cut)) / WEEK);
            libm::log((made(begin, end) + 0.5) / (total(end) - total(begin) + 0.5))
        })
        .collect();
    if misses.len() < 3 {
        return USUAL_MONTH;
    }
    let mean = misses.iter().sum::<f64>() / misses.len() as f64;
    let squares: f64 = misses.iter().map(|miss| (miss - mean) * (miss - mean)).sum();
    libm::sqrt(squares / (misses.len() as f64 - 1.0))
}

/// Variance of the number of purchases in a year over its mean: customers buy in runs and leave.
fn scatter(pasts: &Pasts, model: BetaGeometric, parameters: [f64; 4]) -> f64 {
    let (mut mean, mut variance) = (0.0, 0.0);
    for (past, count) in pasts.cells() {
        let tails = model.at_least(past, parameters, 52.0);
        let first: f64 = tails.iter().sum();
        let second: f64 = tails.iter().enumerate().map(|(n, tail)| (2 * n + 1) as f64 * tail).sum();
        mean += count * first;
        variance += count * (second - first * first);
    }
    if mean > 0.0 { variance / mean } else { 1.0 }
}
