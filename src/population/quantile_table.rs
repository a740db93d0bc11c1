//! A distribution as a table of quantiles: one uniform, two square roots and a look-up make a draw.

use std::sync::Arc;

use super::logits::{Extent, Logits};
use crate::random::math;
use crate::random::widest;

/// Cells of the table.
const CELLS: usize = 1024;
/// Points of the grid on which the density of a kept table is integrated.
const FINE: usize = 1200;

/// Quantiles of a positive random variable.
///
/// The knots lie at `u = 1 − (1 − t)⁴` with `t` in even steps, so that the last cell holds 10⁻¹² of the probability and
/// heavy upper tails are kept.
#[derive(Debug, Clone)]
pub struct QuantileTable {
    knots: Box<[f32; CELLS + 1]>,
}

impl QuantileTable {
    /// The Gamma distribution with this shape and scale 1.
    ///
    /// Below shape 1 the density is infinite at 0; in the variable `s = g^shape` it is `exp(−s^(1/shape))`, finite and smooth.
    pub fn gamma(shape: f64) -> Self {
        let most = shape + 40.0 + 9.0 * libm::sqrt(shape);
        if shape < 1.0 {
            let power = |s: f64| libm::pow(s, 1.0 / shape);
            let table = Self::integrate(FINE, [0.0, libm::pow(most, shape)], |s| -power(s), power);
            return table.with_mean(shape);
        }
        let ends = [-16.0 / shape - 2.0, libm::log(most)];
        Self::integrate(FINE, ends, |x| shape * x - libm::exp(x), libm::exp).with_mean(shape)
    }

    /// One over a Gamma variate of this shape, above 1, and scale 1.
    pub fn inverse_gamma(shape: f64) -> Self {
        let low = -libm::log(shape + 40.0 + 9.0 * libm::sqrt(shape));
        let table =
            Self::integrate(FINE, [low, 16.0 / shape + 6.0], |x| -shape * x - libm::exp(-x), libm::exp);
        table.with_mean(1.0 / (shape - 1.0))
    }

    /// The same table times a factor such that the mean is right to the last digit: what is linear between quantiles of a convex curve is a
    /// little too large, and a density of straight lines a little off.
    fn with_mean(self, mean: f64) -> Self {
        let factor = (mean / self.mean()) as f32;
        self.map(|value| value * factor)
    }

    /// Mean over all u.
    fn mean(&self) -> f64 {
        let cells = CELLS as f64;
        let knots = self.knots.windows(2).enumerate();
        let parts = knots.map(|(j, knots)| {
            let (from, to) = (1.0 - j as f64 / cells, 1.0 - (j + 1) as f64 / cells);
            let [fourth, fourth_to] = [from, to].map(|x| x * x * x * x);
            let (fourths, fifths) = (fourth - fourth_to, from * fourth - to * fourth_to);
            let rise = cells * (from * fourths - 0.8 * fifths);
            f64::from(knots[0]) * fourths + f64::from(knots[1] - knots[0]) * rise
        });
        parts.sum()
    }

    /// The distribution of `value(x)` where `x` on `low..high` has a density proportional to `exp(log_density(x))`, integrated over
    /// `points` of a grid.
    pub fn integrate(
        points: usize,
        [low, high]: [f64; 2],
        log_density: impl Fn(f64) -> f64,
        value: impl Fn(f64) -> f64,
    ) -> Self {
        let step = (high - low) / (points - 1) as f64;
        let logs: Vec<f64> = (0..points).map(|k| log_density(low + step * k as f64)).collect();
        let peak = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let density: Vec<f64> = logs.iter().map(|l| libm::exp(l - peak)).collect();
        Self::from_density(step, &density, |cell, within| value(low + step * cell as f64 + within) as f32)
    }

    /// The distribution whose density, up to a factor, is given at points `step` apart and linear between them; `value` of what lies a
    /// distance past a point.
    pub fn from_density(step: f64, density: &[f64], value: impl Fn(usize, f64) -> f32) -> Self {
        let places = Places::of(step, density);
        let mut knots = Box::new([0.0; CELLS + 1]);
        for (knot, (cell, within)) in knots.iter_mut().zip(places.cells.iter().zip(&places.within)) {
            *knot = value(*cell, *within);
        }
        Self { knots }
    }

    /// One value, whatever the uniform.
    pub fn constant(value: f32) -> Self {
        Self { knots: Box::new([value; CELLS + 1]) }
    }

    /// The same table with every value put through `f`, which must rise.
    pub fn map(mut self, f: impl Fn(f32) -> f32) -> Self {
        for knot in self.knots.iter_mut() {
            *knot = f(*knot);
        }
        self
    }

    /// The quantile at `u` in (0, 1).
    #[inline(always)]
    pub fn at(&self, u: f32) -> f32 {
        let t = (1.0 - (1.0 - u).sqrt().sqrt()) * CELLS as f32;
        let cell = math::whole(t, (CELLS - 1) as f32);
        let part = t - cell as f32;
        let cell = cell as usize % CELLS;
        self.knots[cell] + part * (self.knots[cell + 1] - self.knots[cell])
    }

    /// The rank of a value: the inverse of [`Self::at`], to a cell of the table.
    pub fn rank_of(&self, value: f32) -> f32 {
        let above = self.knots.partition_point(|knot| *knot <= value);
        let t = 1.0 - (above as f32 - 0.5).clamp(0.0, CELLS as f32) / CELLS as f32;
        1.0 - (t * t) * (t * t)
    }

    /// Puts the quantiles in the place of the uniforms.
    #[inline(always)]
    pub fn look_up(&self, column: &mut [f32]) {
        for value in column {
            *value = self.at(*value);
        }
    }
}

/// Tables that depend on a shape alone. Most designs take shapes as certain, so that the same few serve every trial.
#[derive(Debug, Clone, Default)]
pub struct Shapes {
    gamma: Vec<(u64, QuantileTable)>,
    inverse: Vec<(u64, QuantileTable)>,
    logits: Vec<(Extent, Arc<Logits>)>,
}

impl Shapes {
    /// Tables kept of each kind.
    const KEPT: usize = 24;

    /// See [`QuantileTable::gamma`].
    pub fn gamma(&mut self, shape: f64) -> QuantileTable {
        Self::kept(&mut self.gamma, shape, QuantileTable::gamma)
    }

    /// See [`QuantileTable::inverse_gamma`].
    pub fn inverse_gamma(&mut self, shape: f64) -> QuantileTable {
        Self::kept(&mut self.inverse, shape, QuantileTable::inverse_gamma)
    }

    /// See [`Logits`].
    pub(super) fn logits(&mut self, alpha: f64, beta: f64, points: usize) -> Arc<Logits> {
        let extent = Extent::new(alpha, beta, points);
        if let Some((_, logits)) = self.logits.iter().find(|(kept, _)| *kept == extent) {
            return Arc::clone(logits);
        }
        if self.logits.len() >= Self::KEPT {
            self.logits.remove(0);
        }
        let logits = Arc::new(Logits::new(extent));
        self.logits.push((extent, Arc::clone(&logits)));
        logits
    }

    fn kept(
        tables: &mut Vec<(u64, QuantileTable)>,
        shape: f64,
        make: fn(f64) -> QuantileTable,
    ) -> QuantileTable {
        let key = shape.to_bits();
        if let Some((_, table)) = tables.iter().find(|(k, _)| *k == key) {
            return table.clone();
        }
        if tables.len() >= Self::KEPT {
            tables.remove(0);
        }
        let table = make(shape);
        tables.push((key, table.clone()));
        table
    }
}

/// Where the knots of a table lie on the grid of a density.
struct Places {
    /// The point before each.
    cells: Vec<usize>,
    /// How far past it.
    within: Vec<f64>,
}

impl Places {
    fn of(step: f64, density: &[f64]) -> Self {
        let points = density.len();
        let mut cumulated = vec![0.0; points];
        for k in 1..points {
            cumulated[k] = cumulated[k - 1] + 0.5 * step * (density[k - 1] + density[k]);
        }
        let total = cumulated[points - 1];
        let mut cells = Vec::with_capacity(CELLS + 1);
        let mut areas = Vec::with_capacity(CELLS + 1);
        let mut cell = 0;
        for j in 0..=CELLS {
            let rest = 1.0 - j as f64 / CELLS as f64;
            let target = total * (1.0 - (rest * rest) * (rest * rest));
            while cell + 2 < points && cumulated[cell + 1] < target {
                cell += 1;
            }
            cells.push(cell);
            areas.push(target - cumulated[cell]);
        }
        let ends = |off: usize| cells.iter().map(|cell| density[cell + off]).collect::<Vec<_>>();
        let mut within = areas;
        invert(step, &ends(0), &ends(1), &mut within);
        Self { cells, within }
    }
}

widest! {
    /// Where in cells of width `step` the integrals of densities rising linearly from `p` to `q` reach the areas given.
    fn invert(step: f64, p: &[f64], q: &[f64], areas: &mut [f64]) {
        for ((area, p), q) in areas.iter_mut().zip(p).zip(q) {
            let slope = (q - p) / step;
            let square = p * p + 2.0 * slope * *area;
            let root = (if square > 0.0 { square } else { 0.0 }).sqrt();
            let reached = 2.0 * *area / (p + root);
            let reached = if reached < step { reached } else { step };
            *area = if (p + root > 0.0) & (reached > 0.0) { reached } else { 0.0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{ContinuousCDF, Gamma};

    #[test]
    fn gamma_quantiles_are_those_of_the_reference() {
        for shape in [0.25, 0.8, 1.5, 6.25, 40.0] {
            let table = QuantileTable::gamma(shape);
            let reference = Gamma::new(shape, 1.0).unwrap();
            for u in [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999, 0.999_99] {
                let (found, exact) = (f64::from(table.at(u as f32)), reference.inverse_cdf(u));
                assert!((found - exact).abs() < 4e-3 * exact + 1e-3, "shape {shape}, u {u}: {found} {exact}");
            }
        }
    }

    #[test]
    fn the_mean_is_kept() {
        for shape in [0.05, 0.25, 0.8, 3.0] {
            let table = QuantileTable::gamma(shape);
            let n = 200_000;
            let sum: f64 = (0..n).map(|i| f64::from(table.at((i as f32 + 0.5) / n as f32))).sum();
            assert!((sum / f64::from(n) / shape - 1.0).abs() < 5e-4, "shape {shape}: {}", sum / f64::from(n));
        }
        for shape in [0.01, 0.8, 100.0] {
            assert!((QuantileTable::gamma(shape).mean() / shape - 1.0).abs() < 1e-6, "shape {shape}");
        }
    }

    /// Two-sample Kolmogorov–Smirnov against another implementation: correct code fails on one seed in a million
    /// (D > 2.69·√(2/n)); a shape 5 % off is caught almost surely.
    #[test]
    fn draws_are_those_of_another_implementation() {
        use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};
        let n = 40_000;
        let mut rng = ChaCha8Rng::seed_from_u64(11);
        for shape in [0.8, 3.74] {
            let table = QuantileTable::gamma(shape);
            let mut ours: Vec<f64> = (0..n).map(|_| f64::from(table.at(rng.random::<f32>()))).collect();
            let gamma = rand_distr::Gamma::new(shape, 1.0).unwrap();
            let mut theirs: Vec<f64> = (0..n).map(|_| rng.sample(gamma)).collect();
            ours.sort_by(f64::total_cmp);
            theirs.sort_by(f64::total_cmp);
            let below = |x: f64| theirs.partition_point(|y| *y <= x) as f64 / f64::from(n);
            let gap = ours
                .iter()
                .enumerate()
                .map(|(i, x)| (below(*x) - (i + 1) as f64 / f64::from(n)).abs())
                .fold(0.0, f64::max);
            assert!(gap < 2.69 * (2.0 / f64::from(n)).sqrt(), "shape {shape}: {gap}");
        }
    }
}
