//! θ on an even grid of its logit, with what follows from the grid alone: kept from trial to trial.

use crate::random::{double, widest};

/// Values at the points of the grid.
#[derive(Debug, Clone)]
pub struct Logits {
    /// Distance of the points.
    pub step: f64,
    /// ln θ.
    pub theta: Vec<f64>,
    /// θ, the slope of the hazard −ln(1 − θ).
    pub slope: Vec<f64>,
    /// 1 − θ.
    pub stay: Vec<f64>,
    /// ln(1 − θ).
    pub rest: Vec<f64>,
}

/// What a grid depends on. Ends are whole numbers, so that few grids serve all trials.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    low: f64,
    high: f64,
    points: usize,
}

impl Extent {
    /// The range of logits that holds all but a negligible part of Beta(`alpha`, `beta`), and of a base made of it.
    pub fn new(alpha: f64, beta: f64, points: usize) -> Self {
        let (low, high) = (14f64.max(16.0 / alpha).ceil(), 6f64.max(16.0 / beta).ceil());
        Self { low: -low, high, points }
    }
}

impl Logits {
    /// The grid of this extent.
    pub fn new(extent: Extent) -> Self {
        let step = (extent.high - extent.low) / (extent.points - 1) as f64;
        let xs = || (0..extent.points).map(|k| extent.low + step * k as f64);
        Self {
            step,
            theta: xs().map(log_theta).collect(),
            slope: xs().map(|x| libm::exp(log_theta(x))).collect(),
            stay: xs().map(|x| libm::exp(log_rest(x))).collect(),
            rest: xs().map(log_rest).collect(),
        }
    }

    /// Density of the logit for θ ~ Beta(`alpha`, `beta`), up to a factor.
    pub fn density(&self, alpha: f64, beta: f64) -> Vec<f64> {
        // the peak lies at θ = α/(α + β): there the exponent is 0
        let peak = alpha * libm::log(alpha / (alpha + beta)) + beta * libm::log(beta / (alpha + beta));
        let mut density = vec![0.0; self.theta.len()];
        densities(&self.theta, &self.rest, [alpha, beta, peak], &mut density);
        density
    }

    /// The hazard −ln(1 − θ) at `within` of the way past point `cell`: the cubic through both ends and their slopes, which are θ.
    pub fn hazard(&self, cell: usize, within: f64) -> f64 {
        let (from, to) = (-self.rest[cell], -self.rest[cell + 1]);
        let (p, q) = (self.slope[cell], self.slope[cell + 1]);
        let t = within / self.step;
        let s = 1.0 - t;
        s * s * ((1.0 + 2.0 * t) * from + t * self.step * p)
            + t * t * ((1.0 + 2.0 * s) * to - s * self.step * q)
    }
}

widest! {
    fn densities(theta: &[f64], rest: &[f64], constants: [f64; 3], out: &mut [f64]) {
        let [alpha, beta, peak] = constants;
        for ((density, theta), rest) in out.iter_mut().zip(theta).zip(rest) {
            *density = double::exp(alpha * theta + beta * rest - peak);
        }
    }
}

/// ln θ for θ = 1/(1 + e^−x).
fn log_theta(x: f64) -> f64 {
    -libm::log1p(libm::exp(-x))
}

/// ln(1 − θ) = ln θ − x.
fn log_rest(x: f64) -> f64 {
    if x < 30.0 { -libm::log1p(libm::exp(x)) } else { -x }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hazard between two points of the coarsest grid in use, against its definition.
    #[test]
    fn hazards_between_points_are_those_of_the_logit() {
        let extent = Extent::new(0.67, 10.0, 192);
        let logits = Logits::new(extent);
        for k in 0..1900 {
            let place = k as f64 / 10.0;
            let found = logits.hazard(place as usize, place.fract() * logits.step);
            let exact = -log_rest(extent.low + place * logits.step);
            assert!((found / exact - 1.0).abs() < 2e-6, "{place}: {found} {exact}");
        }
    }
}
