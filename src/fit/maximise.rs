//! Maximum likelihood: the best parameters, and how well the data know them.

use super::jet::Jet;
use basin::{
    BoxBounds, ConstraintSet, Constraints, CostFunction, Executor, FirstOrderState, Gradient, Lbfgsb,
};
use nalgebra::SMatrix;
use std::convert::Infallible;

/// Parameters are sought between e^−LIMIT and e^LIMIT: wide enough for every likelihood that has a maximum, and an end for those that rise
/// for ever.
const LIMIT: f64 = 21.0;
/// Most steps of one search.
const STEPS: u64 = 400;
/// A parameter whose logarithm has a larger standard error is not told by the data.
const VAGUE: f64 = 2.0;

/// A model with `N` positive parameters, and the data it is to explain.
pub trait Likelihood<const N: usize> {
    /// Logarithm of the likelihood.
    fn ln(&self, parameters: [Jet<N>; N]) -> Jet<N>;

    /// Weight of the data, for the scale of the search: about the number of customers.
    fn weight(&self) -> f64;
}

/// What maximum likelihood has found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate<const N: usize> {
    /// The parameters.
    pub parameters: [f64; N],
    /// The logarithm of the likelihood there.
    pub ln_likelihood: f64,
    /// Covariance of the logarithms of the parameters, from the curvature of the likelihood.
    pub covariance: [[f64; N]; N],
}

impl<const N: usize> Estimate<N> {
    /// Standard errors of the parameters.
    pub fn errors(&self) -> [f64; N] {
        std::array::from_fn(|k| self.parameters[k] * libm::sqrt(self.covariance[k][k]))
    }

    /// Whether the data tell each parameter: false where the likelihood hardly changes with it.
    pub fn told(&self) -> [bool; N] {
        std::array::from_fn(|k| self.covariance[k][k] <= VAGUE * VAGUE)
    }

    /// Parameters as likely as the data allow: the logarithms moved by these standard normals.
    pub fn moved(&self, normals: [f64; N]) -> [f64; N] {
        let root = root(&self.covariance);
        std::array::from_fn(|k| {
            let shift: f64 = (0..N).map(|j| root[k][j] * normals[j]).sum();
            self.parameters[k] * libm::exp(shift)
        })
    }
}

/// The parameters that make the data likeliest, sought from each of `starts`.
pub fn maximise<const N: usize>(model: &impl Likelihood<N>, starts: &[[f64; N]]) -> Estimate<N> {
    let mut best: Option<([f64; N], f64)> = None;
    for start in starts {
        let found = climb(model, start.map(libm::log));
        let reached = at(model, &found).value;
        if reached.is_finite() && best.is_none_or(|(_, before)| reached > before) {
            best = Some((found, reached));
        }
    }
    let first = starts.first().map_or([0.0; N], |start| start.map(libm::log));
    let (logs, ln_likelihood) = best.unwrap_or_else(|| (first, at(model, &first).value));
    Estimate { parameters: logs.map(libm::exp), ln_likelihood, covariance: covariance(model, &logs) }
}

/// The likelihood at logarithms of the parameters, with its derivatives by them.
fn at<const N: usize>(model: &impl Likelihood<N>, logs: &[f64; N]) -> Jet<N> {
    model.ln(std::array::from_fn(|k| {
        let value = libm::exp(logs[k]);
        let mut slope = [0.0; N];
        slope[k] = value;
        Jet { value, slope }
    }))
}

struct Hill<'m, M, const N: usize> {
    model: &'m M,
    low: Vec<f64>,
    high: Vec<f64>,
}

impl<M: Likelihood<N>, const N: usize> Hill<'_, M, N> {
    fn fused(&self, point: &[f64]) -> (f64, Vec<f64>) {
        let logs = std::array::from_fn(|k| point[k]);
        let (jet, scale) = (at(self.model, &logs), -1.0 / self.model.weight());
        let cost = if jet.value.is_finite() { jet.value * scale } else { f64::MAX };
        (cost, jet.slope.map(|slope| slope * scale).to_vec())
    }
}

impl<M, const N: usize> Constraints for Hill<'_, M, N> {
    type Set = ConstraintSet<BoxBounds<Vec<f64>>>;

    fn constraints(&self) -> <Self::Set as basin::ConstraintDescription>::Borrowed<'_> {
        ConstraintSet::new().with_bounds(BoxBounds::new(Some(&self.low), Some(&self.high)))
    }
}

impl<M: Likelihood<N>, const N: usize> CostFunction for Hill<'_, M, N> {
    type Param = Vec<f64>;
    type Output = f64;
    type Error = Infallible;

    fn cost(&self, point: &Vec<f64>) -> Result<f64, Infallible> {
        Ok(self.fused(point).0)
    }
}

impl<M: Likelihood<N>, const N: usize> Gradient for Hill<'_, M, N> {
    type Gradient = Vec<f64>;

    fn gradient(&self, point: &Vec<f64>) -> Result<Vec<f64>, Infallible> {
        Ok(self.fused(point).1)
    }

    fn cost_and_gradient(&self, point: &Vec<f64>) -> Result<(f64, Vec<f64>), Infallible> {
        Ok(self.fused(point))
    }
}

/// L-BFGS-B from one start. A line search that finds nothing better ends it: where it stands is taken.
fn climb<const N: usize>(model: &impl Likelihood<N>, start: [f64; N]) -> [f64; N] {
    let hill = Hill { model, low: vec![-LIMIT; N], high: vec![LIMIT; N] };
    let begun = FirstOrderState::new(start.to_vec());
    let ended = Executor::new(hill, Lbfgsb::new(), begun).max_iter(STEPS).run();
    match ended {
        Ok(result) => std::array::from_fn(|k| result.param()[k]),
        Err(_) => start,
    }
}

/// The inverse of the curvature, whose derivatives are differences of exact gradients. Directions in which the likelihood is flat get
/// the variance of a parameter that is not told, not an infinite one.
fn covariance<const N: usize>(model: &impl Likelihood<N>, logs: &[f64; N]) -> [[f64; N]; N] {
    const STEP: f64 = 1e-4;
    let mut curvature = SMatrix::<f64, N, N>::zeros();
    for k in 0..N {
        let [mut up, mut down] = [*logs; 2];
        up[k] += STEP;
        down[k] -= STEP;
        let (up, down) = (at(model, &up).slope, at(model, &down).slope);
        for j in 0..N {
            let second = (down[j] - up[j]) / (2.0 * STEP);
            curvature[(k, j)] += 0.5 * second;
            curvature[(j, k)] += 0.5 * second;
        }
    }
    if curvature.iter().any(|entry| !entry.is_finite()) {
        curvature = SMatrix::zeros();
    }
    let least = 1.0 / (4.0 * VAGUE * VAGUE);
    let axes = nalgebra::DMatrix::from_column_slice(N, N, curvature.as_slice()).symmetric_eigen();
    let entry = |row: usize, column: usize| -> f64 {
        let along = |k: usize| axes.eigenvectors[(row, k)] * axes.eigenvectors[(column, k)];
        (0..N).map(|k| along(k) / axes.eigenvalues[k].max(least)).sum()
    };
    std::array::from_fn(|row| std::array::from_fn(|column| entry(row, column)))
}

/// The lower triangle whose product with its transpose is the covariance.
fn root<const N: usize>(covariance: &[[f64; N]; N]) -> [[f64; N]; N] {
    let mut root = [[0.0; N]; N];
    for row in 0..N {
        for column in 0..=row {
            let done: f64 = (0..column).map(|k| root[row][k] * root[column][k]).sum();
            let rest = covariance[row][column] - done;
            root[row][column] = if row == column {
                libm::sqrt(rest.max(0.0))
            } else if root[column][column] > 0.0 {
                rest / root[column][column]
            } else {
                0.0
            };
        }
    }
    root
}
