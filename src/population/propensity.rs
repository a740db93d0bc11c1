//! The propensity to leave: Beta across customers, sorted by the tenure of today's base.
//!
//! If customers have joined at an even pace for `age` months and left with their own θ since, those still here a month or more
//! after joining have θ with density ∝ Beta(θ; α, β) · (1 − θ)(1 − (1 − θ)^age) / θ, and tenure given θ is a truncated geometric.
//! Falling churn with tenure comes from this sorting alone (Fader & Hardie 2007).

use super::quantile_table::QuantileTable;
use crate::random::math;

/// Points of the grid on which the tables are integrated.
const TABLE: usize = 320;
/// Points of the grid on which retention is integrated.
const GRID: usize = 192;

/// The distribution of θ in the base of a segment.
#[derive(Debug, Clone)]
pub struct Propensity {
    table: QuantileTable,
    newcomers: QuantileTable,
    age: f64,
}

impl Propensity {
    /// Base with shapes `alpha`, `beta`, built up over `age` months (1: everybody has just joined).
    pub fn new(alpha: f64, beta: f64, age: f64) -> Self {
        let (low, high) = support(alpha, beta);
        let logs = |x: f64| (log_theta(x), log_rest(x));
        let density = |(theta, rest): (f64, f64)| alpha * theta + beta * rest;
        // tables hold −ln(1 − θ), the hazard: stable for θ near 0 and near 1
        let newcomers = QuantileTable::integrate(TABLE, [low, high], |x| density(logs(x)), |x| -log_rest(x));
        let table = if age > 1.0 {
            let survived = |x| density(logs(x)) + log_survivors(x, age);
            QuantileTable::integrate(TABLE, [low, high], survived, |x| -log_rest(x))
        } else {
            newcomers.clone()
        };
        Self { table, newcomers, age }
    }

    /// Hazard −ln(1 − θ) and tenure in months of a customer of today's base, from two uniforms.
    #[inline]
    pub fn base(&self, u: f32, v: f32) -> (f32, f32) {
        let hazard = self.table.at(u);
        if self.age <= 1.0 {
            return (hazard, 0.0);
        }
        // P(tenure ≥ τ) = ((1−θ)^τ − (1−θ)^age) / (1 − (1−θ)^age), inverted
        let age = self.age as f32;
        let gone = 1.0 - math::exp(-hazard * age);
        let tenure = if hazard * age > 1e-3 { -math::ln(1.0 - v * gone) / hazard } else { v * age };
        (hazard, math::smaller(tenure, age - 0.5).floor())
    }

    /// Hazard of a newcomer.
    #[inline]
    pub fn newcomer(&self, u: f32) -> f32 {
        self.newcomers.at(u)
    }
}

/// β such that a share `retention` of today's base is left after a year, where the year's cumulated hazard multiples have
/// mean `mean` and variance `variance` across customers (12 and 0 without any effects).
///
/// Multiples are taken as Gamma distributed: E[(1−θ)^G] = (1 − s·ln(1−θ))^(−mean/s) with s = variance/mean.
pub fn solve_beta(alpha: f64, age: f64, retention: f64, mean: f64, variance: f64) -> f64 {
    let curve = Curve::new(alpha, age, mean, variance);
    let off = |log_beta: f64| curve.retention(libm::exp(log_beta)) - retention;
    // retention rises with β: a bracket kept by the rule of false position (Illinois variant)
    let (mut low, mut high) = (libm::log(0.02), libm::log(20_000.0));
    let (mut below, mut above) = (off(low), off(high));
    if below >= 0.0 || above <= 0.0 {
        return libm::exp(if below >= 0.0 { low } else { high });
    }
    for _ in 0..60 {
        let next = (low * above - high * below) / (above - below);
        let value = off(next);
        if value.abs() < 1e-6 {
            return libm::exp(next);
        }
        if value < 0.0 {
            (low, below, above) = (next, value, 0.5 * above);
        } else {
            (high, above, below) = (next, value, 0.5 * below);
        }
    }
    libm::exp(0.5 * (low + high))
}

/// Shares of today's base that leave within a year in which their hazard multiples add up to each of `multiples`:
/// `E[1 − (1−θ)^G]`.
pub fn share_leaving(alpha: f64, beta: f64, age: f64, multiples: &[f64]) -> Vec<f64> {
    let curve = Curve::new(alpha, age, 1.0, 0.0);
    // every other point is exact enough: the integrand is smooth
    let points: Vec<(f64, f64)> = curve.weights(beta).into_iter().zip(curve.rest).step_by(2).collect();
    let all: f64 = points.iter().map(|(weight, _)| weight).sum();
    let points: Vec<_> = points.into_iter().filter(|(weight, _)| *weight > 1e-9 * all).collect();
    let gone = |g: f64| -points.iter().map(|(weight, log)| weight * libm::expm1(g * log)).sum::<f64>();
    multiples.iter().map(|g| gone(*g) / all).collect()
}

/// Everything of the retention integral that does not depend on β.
struct Curve {
    rest: Vec<f64>,
    fixed: Vec<f64>,
    survival: Vec<f64>,
}

impl Curve {
    fn new(alpha: f64, age: f64, mean: f64, variance: f64) -> Self {
        let (low, high) = support(alpha, 0.7);
        let step = (high - low) / (GRID - 1) as f64;
        let xs = (0..GRID).map(|k| low + step * k as f64);
        let scale = variance / mean;
        let survive = |l: f64| {
            if scale > 1e-9 {
                libm::exp(-mean / scale * libm::log1p(-scale * l))
            } else {
                libm::exp(mean * l)
            }
        };
        Self {
            rest: xs.clone().map(log_rest).collect(),
            fixed: xs.clone().map(|x| alpha * log_theta(x) + log_survivors(x, age)).collect(),
            survival: xs.map(|x| survive(log_rest(x))).collect(),
        }
    }

    fn retention(&self, beta: f64) -> f64 {
        let (mut all, mut left) = (0.0, 0.0);
        for (weight, survival) in self.weights(beta).iter().zip(&self.survival) {
            all += weight;
            left += weight * survival;
        }
        left / all
    }

    /// Density of x on the grid, up to a factor.
    fn weights(&self, beta: f64) -> [f64; GRID] {
        let log = |k: usize| self.fixed[k] + beta * self.rest[k];
        let peak = (0..GRID).map(log).fold(f64::NEG_INFINITY, f64::max);
        std::array::from_fn(|k| libm::exp(log(k) - peak))
    }
}

/// Range of x = logit θ that holds all but a negligible part of the probability.
fn support(alpha: f64, beta: f64) -> (f64, f64) {
    (-(14f64.max(16.0 / alpha)), 6f64.max(16.0 / beta))
}

/// ln θ for θ = 1/(1 + e^−x).
fn log_theta(x: f64) -> f64 {
    -libm::log1p(libm::exp(-x))
}

/// ln(1 − θ) = ln θ − x.
fn log_rest(x: f64) -> f64 {
    if x < 30.0 { -libm::log1p(libm::exp(x)) } else { -x }
}

/// ln of the sum of survival over tenures 1..=age: ln[(1−θ)(1 − (1−θ)^age)/θ]; 0 for those who have just joined.
fn log_survivors(x: f64, age: f64) -> f64 {
    if age <= 1.0 {
        return 0.0;
    }
    libm::log(-libm::expm1(age * log_rest(x))) - log_theta(x) + log_rest(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The Beta distribution's own survival: B(α, β + t)/B(α, β); Fader & Hardie 2007, regular cohort, years 1–12.
    #[test]
    fn a_new_cohort_survives_as_published() {
        let published = [62.67, 47.38, 38.80, 33.21, 29.23, 26.25, 23.90, 22.01, 20.44, 19.12, 17.99, 17.00];
        let propensity = Propensity::new(0.704, 1.182, 1.0);
        let n = 100_000;
        for (year, expected) in published.iter().enumerate() {
            let sum: f64 = (0..n)
                .map(|i| {
                    let (hazard, _) = propensity.base((i as f32 + 0.5) / n as f32, 0.5);
                    (-f64::from(hazard) * (year + 1) as f64).exp()
                })
                .sum();
            assert!((100.0 * sum / f64::from(n) - expected).abs() < 0.02, "year {}", year + 1);
        }
    }

    #[test]
    fn the_solved_base_retains_what_was_asked() {
        for (retention, age) in [(0.5, 1.0), (0.7, 60.0), (0.9, 120.0), (0.97, 240.0)] {
            let beta = solve_beta(0.67, age, retention, 12.0, 0.0);
            let propensity = Propensity::new(0.67, beta, age);
            let n = 50_000;
            let sum: f64 = (0..n)
                .map(|i| (-12.0 * f64::from(propensity.base((i as f32 + 0.5) / n as f32, 0.5).0)).exp())
                .sum();
            assert!((sum / f64::from(n) - retention).abs() < 5e-4, "{retention}: {}", sum / f64::from(n));
        }
    }

    /// A new cohort with θ uniform: E[1 − (1−θ)^G] = G/(G + 1).
    #[test]
    fn the_share_leaving_is_that_of_the_integral() {
        for (g, share) in
            [0.25, 1.0, 12.0, 40.0].iter().zip(share_leaving(1.0, 1.0, 1.0, &[0.25, 1.0, 12.0, 40.0]))
        {
            assert!((share - g / (g + 1.0)).abs() < 1e-4, "{g}: {share}");
        }
    }

    #[test]
    fn tenure_stays_within_the_age_of_the_base() {
        let propensity = Propensity::new(0.67, 30.0, 60.0);
        for i in 0..1000 {
            let u = (i as f32 + 0.5) / 1000.0;
            let (_, tenure) = propensity.base(u, 1.0 - u);
            assert!((0.0..60.0).contains(&tenure), "{tenure}");
        }
    }
}
