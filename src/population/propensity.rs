//! The propensity to leave: Beta across customers, sorted by the tenure of today's base.
//!
//! If customers have joined at an even pace for `age` months and left with their own θ since, those still here a month or more
//! after joining have θ with density ∝ Beta(θ; α, β) · (1 − θ)(1 − (1 − θ)^age) / θ, and tenure given θ is a truncated geometric.
//! Falling churn with tenure comes from this sorting alone (Fader & Hardie 2007).

use super::logits::Logits;
use super::quantile_table::{QuantileTable, Shapes};
use crate::random::{double, math, widest};

/// Points of the grid on which the tables are integrated.
const TABLE: usize = 320;
/// Points of the grid on which retention is integrated.
const GRID: usize = 192;
/// Lanes in which sums over the grid are taken; the grid and its half are multiples of them.
const LANES: usize = 8;
/// Natural logarithms of the least and the largest β sought: 0.02 and 3,000,000.
const LOG_BETA: [f64; 2] = [-3.912, 14.914];
/// β from which the search starts where nothing better is known.
const FIRST_BETA: f64 = 10.0;
/// How exactly the declared retention is met.
const EXACT: f64 = 1e-6;

/// How customers of a segment leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Churn {
    /// α of the Beta distribution of θ among newcomers.
    pub alpha: f64,
    /// Its β.
    pub beta: f64,
    /// Months over which today's base was built up; 1 if everybody has just joined.
    pub age_months: f64,
}

/// The distribution of θ in the base of a segment.
#[derive(Debug, Clone)]
pub struct Propensity {
    table: QuantileTable,
    newcomers: QuantileTable,
    age: f64,
}

impl Propensity {
    /// The distribution for `churn`. `shapes` keeps what does not depend on β.
    pub fn new(churn: &Churn, shapes: &mut Shapes) -> Self {
        let Churn { alpha, beta, age_months: age } = *churn;
        let logits = shapes.logits(alpha, beta, age, TABLE);
        let plain: Vec<f64> = logits.density(alpha, beta);
        // tables hold −ln(1 − θ), the hazard: stable for θ near 0 and near 1
        let newcomers = table(&logits, &plain);
        let table = if age > 1.0 {
            let survived: Vec<f64> = plain.iter().zip(&logits.survivors).map(|(p, s)| p * s).collect();
            table(&logits, &survived)
        } else {
            newcomers.clone()
        };
        Self { table, newcomers, age }
    }

    /// Nobody leaves, everybody has just joined.
    pub fn none() -> Self {
        let never = QuantileTable::constant(0.0);
        Self { table: never.clone(), newcomers: never, age: 1.0 }
    }

    /// Hazards −ln(1 − θ) and tenures in months of customers of today's base, in the place of two uniforms.
    #[inline(always)]
    pub fn base(&self, hazards: &mut [f32], tenures: &mut [f32]) {
        let n = hazards.len();
        let tenures = &mut tenures[..n];
        self.table.look_up(hazards);
        if self.age <= 1.0 {
            tenures.fill(0.0);
            return;
        }
        // P(tenure ≥ τ) = ((1−θ)^τ − (1−θ)^age) / (1 − (1−θ)^age), inverted
        let age = self.age as f32;
        for i in 0..n {
            let (hazard, v) = (hazards[i], tenures[i]);
            let gone = 1.0 - math::exp(-hazard * age);
            let long = -math::ln(1.0 - v * gone) / math::larger(hazard, f32::MIN_POSITIVE);
            let tenure = if hazard * age > 1e-3 { long } else { v * age };
            tenures[i] = math::smaller(tenure, age - 0.5).floor();
        }
    }

    /// Hazards of newcomers, in the place of uniforms.
    #[inline(always)]
    pub fn newcomers(&self, hazards: &mut [f32]) {
        self.newcomers.look_up(hazards);
    }
}

fn table(logits: &Logits, density: &[f64]) -> QuantileTable {
    QuantileTable::from_density(logits.step, density, |cell, within| logits.hazard(cell, within) as f32)
}

/// How the propensity to leave was built up: what retention depends on, β apart.
pub struct Curve {
    pub(super) logits: std::sync::Arc<Logits>,
    alpha: f64,
    /// Log of the chance to stay, per unit of the sum of hazard multiples.
    pub(super) rest: Vec<f64>,
}

impl Curve {
    /// For shape `alpha` and a base built up over `age` months.
    pub fn new(alpha: f64, age: f64, shapes: &mut Shapes) -> Self {
        // one grid for every β: the search moves β, not the grid
        let logits = shapes.logits(alpha, 0.7, age, GRID);
        Self { alpha, rest: logits.rest.clone(), logits }
    }

    /// β such that a share `retention` of today's base is left after a year, where the year's cumulated hazard multiples have
    /// mean `mean` and variance `variance` across customers (12 and 0 without any effects). `near` is where to look first.
    ///
    /// Multiples are taken as Gamma distributed: E[(1−θ)^G] = (1 − s·ln(1−θ))^(−mean/s) with s = variance/mean.
    pub fn solve_beta(&self, retention: f64, mean: f64, variance: f64, near: Option<f64>) -> f64 {
        let mut survival = vec![0.0; self.logits.rest.len()];
        survivals(&self.logits.rest, mean, variance / mean, &mut survival);
        self.solve_beta_for(retention, &survival, near)
    }

    /// β such that a share `retention` of today's base is left, where each θ of the grid survives with the chance given.
    pub(super) fn solve_beta_for(&self, retention: f64, survival: &[f64], near: Option<f64>) -> f64 {
        // retention rises with β: Newton's steps on ln β, halved intervals where they lead astray
        let [mut low, mut high] = LOG_BETA;
        let mut at = libm::log(near.unwrap_or(FIRST_BETA)).clamp(low, high);
        while high - low > EXACT {
            let (left, slope) = self.retention(libm::exp(at), survival);
            let off = left - retention;
            if off.abs() < EXACT {
                break;
            }
            if off < 0.0 {
                low = at;
            } else {
                high = at;
            }
            let next = at - off / slope;
            at = if next > low && next < high { next } else { 0.5 * (low + high) };
        }
        libm::exp(at)
    }

    /// Density of the logit on the grid; the last point holds the tail beyond, which falls as e^−βx: those who leave at once.
    fn density(&self, beta: f64) -> Vec<f64> {
        let mut density = self.logits.density(self.alpha, beta);
        if let [.., before, last] = &mut density[..] {
            let beyond = *last / (beta * self.logits.step);
            // sums over every other point leave out the last
            *before += beyond;
        }
        density
    }

    /// Retention, and its slope in ln β.
    fn retention(&self, beta: f64, survival: &[f64]) -> (f64, f64) {
        let logits = &*self.logits;
        let mut weights = self.density(beta);
        weights.iter_mut().zip(&logits.survivors).for_each(|(w, s)| *w *= s);
        let mut sums = [[0.0; LANES]; 4];
        retained(&weights, survival, &logits.rest, &mut sums);
        let [all, left, rest, left_rest] = sums.map(|lanes| lanes.iter().sum::<f64>());
        (left / all, beta * (left_rest - left * rest / all) / all)
    }

    /// Shares of today's base that leave within a year in which their hazard multiples add up to `most·(j/cells)²`, j = 0 … cells:
    /// `E[1 − (1−θ)^G]`.
    pub fn share_leaving(&self, beta: f64, most: f64, cells: usize) -> Vec<f64> {
        let logits = &self.logits;
        let density = self.density(beta);
        // every other point is exact enough: the integrand is smooth
        let points = density.iter().zip(&logits.survivors).zip(&self.rest).step_by(2);
        let (weights, logs): (Vec<f64>, Vec<f64>) = points.map(|((d, s), rest)| (d * s, *rest)).unzip();
        let all: f64 = weights.iter().sum();
        let mut gone = vec![0.0; cells + 1];
        leaving(&weights, &logs, most / (cells * cells) as f64, &mut gone);
        gone.iter().map(|sum| sum / all).collect()
    }
}

/// E[(1−θ)^G] at each `log` = ln(1−θ).
fn survivals(logs: &[f64], mean: f64, scale: f64, out: &mut [f64]) {
    for (survival, log) in out.iter_mut().zip(logs) {
        *survival = if scale > 1e-9 { -mean / scale * libm::log1p(-scale * log) } else { mean * log };
    }
    exponentials(out);
}

widest! {
    fn exponentials(x: &mut [f64]) {
        for x in x {
            *x = double::exp(*x);
        }
    }
}

widest! {
    /// Sums of weights, of survival, of ln(1−θ) and of the product of both.
    fn retained(weights: &[f64], survival: &[f64], logs: &[f64], sums: &mut [[f64; LANES]; 4]) {
        let [all, left, rest, left_rest] = sums;
        let groups = weights.as_chunks().0.iter().zip(survival.as_chunks().0).zip(logs.as_chunks().0);
        for ((weights, survival), logs) in groups {
            let (weights, survival, logs): (&[f64; LANES], &[f64; LANES], &[f64; LANES]) =
                (weights, survival, logs);
            for lane in 0..LANES {
                let weight = weights[lane];
                all[lane] += weight;
                left[lane] += weight * survival[lane];
                rest[lane] += weight * logs[lane];
                left_rest[lane] += weight * survival[lane] * logs[lane];
            }
        }
    }
}

widest! {
    /// What leaves while the sum of multiples rises to each square times `unit`.
    fn leaving(weights: &[f64], logs: &[f64], unit: f64, gone: &mut [f64]) {
        let mut points = [Neighbours::default(); GRID / 2 / LANES];
        let groups = weights.as_chunks().0.iter().zip(logs.as_chunks().0);
        for (point, (weights, logs)) in points.iter_mut().zip(groups) {
            point.weight = *weights;
            let logs: &[f64; LANES] = logs;
            for lane in 0..LANES {
                point.once[lane] = double::exp(unit * logs[lane]);
            }
            (point.left, point.factor) = ([1.0; LANES], point.once);
        }
        for sum in &mut gone[1..] {
            let mut lanes = [0.0; LANES];
            for point in &mut points {
                point.next_square(&mut lanes);
            }
            *sum = lanes.iter().sum();
        }
    }
}

/// Neighbours on the grid, on the way to ever larger sums of multiples: what is left of them is taken to higher powers by
/// multiplication.
#[derive(Clone, Copy, Default)]
struct Neighbours {
    weight: [f64; LANES],
    /// (1−θ)^unit.
    once: [f64; LANES],
    /// (1−θ)^(j² unit).
    left: [f64; LANES],
    /// What takes it to the next square: squares grow by odd numbers.
    factor: [f64; LANES],
}

impl Neighbours {
    #[inline(always)]
    fn next_square(&mut self, gone: &mut [f64; LANES]) {
        for lane in 0..LANES {
            self.left[lane] *= self.factor[lane];
            self.factor[lane] *= self.once[lane] * self.once[lane];
            gone[lane] += self.weight[lane] * (1.0 - self.left[lane]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn churn(alpha: f64, beta: f64, age_months: f64) -> Churn {
        Churn { alpha, beta, age_months }
    }

    /// Uniforms, evenly spaced.
    fn evenly(n: usize) -> Vec<f32> {
        (0..n).map(|i| (i as f32 + 0.5) / n as f32).collect()
    }

    /// Hazards of today's base.
    fn hazards(propensity: &Propensity, n: usize) -> Vec<f32> {
        let mut hazards = evenly(n);
        propensity.base(&mut hazards, &mut vec![0.5; n]);
        hazards
    }

    /// Share left after so many months or years.
    fn survivors(hazards: &[f32], time: f64) -> f64 {
        hazards.iter().map(|hazard| (-time * f64::from(*hazard)).exp()).sum::<f64>() / hazards.len() as f64
    }

    /// The Beta distribution's own survival: B(α, β + t)/B(α, β); Fader & Hardie 2007, regular cohort, years 1–12.
    #[test]
    fn a_new_cohort_survives_as_published() {
        let published = [62.67, 47.38, 38.80, 33.21, 29.23, 26.25, 23.90, 22.01, 20.44, 19.12, 17.99, 17.00];
        let propensity = Propensity::new(&churn(0.704, 1.182, 1.0), &mut Shapes::default());
        let hazards = hazards(&propensity, 100_000);
        for (year, expected) in published.iter().enumerate() {
            let left = survivors(&hazards, (year + 1) as f64);
            assert!((100.0 * left - expected).abs() < 0.02, "year {}", year + 1);
        }
    }

    #[test]
    fn the_solved_base_retains_what_was_asked() {
        for (retention, age) in [(0.5, 1.0), (0.7, 60.0), (0.9, 120.0), (0.97, 240.0)] {
            let mut shapes = Shapes::default();
            let beta = Curve::new(0.67, age, &mut shapes).solve_beta(retention, 12.0, 0.0, None);
            let propensity = Propensity::new(&churn(0.67, beta, age), &mut shapes);
            let left = survivors(&hazards(&propensity, 50_000), 12.0);
            assert!((left - retention).abs() < 5e-4, "{retention}: {left}");
        }
    }

    /// A new cohort with θ uniform: E[1 − (1−θ)^G] = G/(G + 1).
    #[test]
    fn the_share_leaving_is_that_of_the_integral() {
        let (most, cells) = (40.0, 8);
        let shares = Curve::new(1.0, 1.0, &mut Shapes::default()).share_leaving(1.0, most, cells);
        for (j, share) in shares.iter().enumerate() {
            let g = most * (j as f64 / cells as f64).powi(2);
            assert!((share - g / (g + 1.0)).abs() < 1e-4, "{g}: {share}");
        }
    }

    #[test]
    fn tenure_stays_within_the_age_of_the_base() {
        let propensity = Propensity::new(&churn(0.67, 30.0, 60.0), &mut Shapes::default());
        let mut tenures = evenly(1000);
        tenures.reverse();
        propensity.base(&mut evenly(1000), &mut tenures);
        assert!(tenures.iter().all(|tenure| (0.0..60.0).contains(tenure)), "{tenures:?}");
    }
}
