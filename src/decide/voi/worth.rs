//! What it is worth to know some of the numbers before deciding.

use super::basis;
use super::fit::{Fits, GROUPS, Gain};
use super::trials::{Trials, UncertainNumber};
use crate::summary::interval::{Z90, Z95};
use crate::units::{Money, Share};
use nalgebra::DMatrix;
use serde::Serialize;

/// Normal scores between which a decision may flip: a number is below or above them in one case of a hundred each.
const EDGE: f64 = 2.326;
/// Steps in which a flip is sought.
const STEPS: usize = 240;

/// An amount with its error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Amount {
    /// The estimate, at least 0.
    pub value: Money,
    /// Its standard error (jackknife over groups of trials).
    pub mc_error: Money,
    /// Lower end of the 95 % interval, at least 0.
    pub low: Money,
    /// Upper end of it.
    pub high: Money,
    /// Whether it is distinguishable from zero, at one error in twenty.
    pub clear: bool,
}

/// A value of a number at which the decision flips.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Flip {
    /// The value.
    pub at: f64,
    /// The best choice below it, by its place.
    pub below: usize,
    /// The best choice above it.
    pub above: usize,
}

/// What each choice brings over the values of one number, other numbers as uncertain as they are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BenefitCurve {
    /// Path of the number.
    pub path: String,
    /// Its values from its 1 % to its 99 %.
    pub values: Vec<f64>,
    /// Expected present value by choice, at each of them.
    pub benefits: Vec<Vec<Money>>,
}

/// Fits on some numbers, by their places among the columns.
#[derive(Debug, Clone)]
pub struct Known {
    /// The numbers.
    pub places: Vec<usize>,
    fits: Fits,
    exact: Amount,
}

impl Known {
    /// Fits `contrasts` on the numbers at `places`.
    pub fn new(trials: &Trials, places: &[usize], contrasts: &DMatrix<f64>) -> Self {
        let scores: Vec<&[f64]> = places.iter().map(|place| &trials.columns[*place].scores[..]).collect();
        let fits = Fits::new(&scores, contrasts);
        let gains = fits.gains(&vec![1.0; fits.terms().len()]);
        let exact = Amount::of(&gains, is_clear(&gains));
        Self { places: places.to_vec(), fits, exact }
    }

    /// What it is worth to know the numbers exactly: the expected value of partial perfect information.
    pub fn exact(&self) -> Amount {
        self.exact
    }

    /// What it is worth to learn of each number a part: `precision` is the correlation *ρ* between its score and what is learnt
    /// of it. A polynomial of degree *k* of the score has the expectation *ρᵏ* times the same polynomial of what is learnt
    /// (Mehler 1866), and what is learnt is standard normal before the study, as the score is.
    pub fn learnt(&self, precision: &[f64]) -> Amount {
        let kept = |term: &basis::Term| {
            term.iter().map(|(number, degree)| libm::pow(precision[*number], *degree as f64)).product()
        };
        let kept: Vec<f64> = self.fits.terms().iter().map(kept).collect();
        Amount::of(&self.fits.gains(&kept), self.exact.clear)
    }

    /// How often another choice would be better than today's best if the numbers were known, as a share of the trials.
    pub fn changes(&self, trials: &Trials) -> Share {
        let better = |trial: &usize| {
            let scores: Vec<f64> =
                self.places.iter().map(|place| trials.columns[*place].scores[*trial]).collect();
            self.fits.expected(&scores).iter().any(|contrast| *contrast > 0.0)
        };
        Share::new((0..trials.len()).filter(better).count() as f64 / trials.len() as f64)
    }

    /// Where the decision flips along the only number; `others` are the choices that the contrasts belong to.
    pub fn flips(&self, column: &UncertainNumber, best: usize, others: &[usize]) -> Vec<Flip> {
        let choice = |score: f64| {
            let expected = self.fits.expected(&[score]);
            let top = expected.iter().zip(others).max_by(|a, b| a.0.total_cmp(b.0));
            top.filter(|(contrast, _)| **contrast > 0.0).map_or(best, |(_, other)| *other)
        };
        let mut flips = Vec::new();
        let mut before = choice(-EDGE);
        for step in 1..=STEPS {
            let score = -EDGE + 2.0 * EDGE * step as f64 / STEPS as f64;
            let here = choice(score);
            if here != before {
                let at = column.value_at(score - EDGE / STEPS as f64);
                flips.push(Flip { at, below: before, above: here });
                before = here;
            }
        }
        flips
    }

    /// What each choice brings along the only number.
    pub fn benefit_curve(&self, column: &UncertainNumber, others: &[usize]) -> BenefitCurve {
        const POINTS: usize = 60;
        let scores = (0..=POINTS).map(|i| -EDGE + 2.0 * EDGE * i as f64 / POINTS as f64);
        let mut benefit_curve = BenefitCurve {
            path: column.path.clone(),
            values: Vec::new(),
            benefits: vec![Vec::new(); others.len() + 1],
        };
        for score in scores {
            let expected = self.fits.expected(&[score]);
            // Not to launch is the first choice and brings nothing: that fixes the level of all others.
            let mut levels = vec![0.0; others.len() + 1];
            expected.iter().zip(others).for_each(|(contrast, other)| levels[*other] = *contrast);
            benefit_curve.values.push(column.value_at(score));
            benefit_curve
                .benefits
                .iter_mut()
                .zip(&levels)
                .for_each(|(benefits, level)| benefits.push(Money::new(level - levels[0])));
        }
        benefit_curve
    }
}

impl Amount {
    /// Nothing.
    pub const NOTHING: Self =
        Self { value: Money::NONE, mc_error: Money::NONE, low: Money::NONE, high: Money::NONE, clear: false };

    /// From the gains on all trials and without each group: the balanced estimate where it is distinguishable from zero, else the one
    /// that chance does not flatter.
    fn of(gains: &[Gain], clear: bool) -> Self {
        let balanced: Vec<f64> = gains.iter().map(|gain| gain.balanced()).collect();
        let error = jackknife(&balanced);
        let value = if clear { balanced[0] } else { gains[0].fresh }.max(0.0);
        let low = if clear { (balanced[0] - Z95 * error).max(0.0) } else { 0.0 };
        let high = balanced[0].max(value) + Z95 * error;
        let [value, mc_error, low, high] = [value, error, low, high].map(Money::new);
        Self { value, mc_error, low, high, clear }
    }

    /// The larger of two: knowing more is never worth less.
    #[must_use]
    pub fn at_least(self, other: Self) -> Self {
        let larger = if other.value > self.value { other } else { self };
        Self { high: self.high.max(other.high), ..larger }
    }

    /// The same, nowhere above a limit.
    #[must_use]
    pub fn at_most(self, limit: Money) -> Self {
        Self { value: self.value.min(limit), low: self.low.min(limit), high: self.high.min(limit), ..self }
    }
}

/// Whether the gain that chance does not flatter is above 0 with one error in twenty.
fn is_clear(gains: &[Gain]) -> bool {
    let fresh: Vec<f64> = gains.iter().map(|gain| gain.fresh).collect();
    fresh[0] > 0.0 && fresh[0] > Z90 * jackknife(&fresh)
}

/// The standard error of an estimate from the estimates without each group (Tukey 1958); the first is that on all trials.
fn jackknife(estimates: &[f64]) -> f64 {
    let without: Vec<f64> = estimates[1..].to_vec();
    let mean = without.iter().sum::<f64>() / without.len() as f64;
    let squares: f64 = without.iter().map(|e| (e - mean) * (e - mean)).sum();
    libm::sqrt(squares * (GROUPS as f64 - 1.0) / GROUPS as f64)
}
