//! The search for the highest point of a likelihood, and how sharply it falls off there. Points are logarithms of parameters, or whatever else
//! may be any number.

use basin::{
    BoxBounds, ConstraintSet, Constraints, CostFunction, Executor, FirstOrderState, Gradient, Lbfgsb,
};
use nalgebra::DMatrix;
use std::convert::Infallible;

/// Coordinates are sought between −LIMIT and LIMIT: wide enough for every likelihood that has a maximum, and an end for those that rise
/// for ever.
pub const LIMIT: f64 = 21.0;
/// Most steps of one search.
const STEPS: u64 = 400;
/// A coordinate with a larger standard error is not told by the data.
pub const VAGUE: f64 = 2.0;

/// A likelihood as a landscape.
pub trait Hill {
    /// Logarithm of the likelihood at a point, and its slopes there.
    fn at(&self, point: &[f64]) -> (f64, Vec<f64>);

    /// Weight of the data, for the scale of the search: about the number of customers.
    fn weight(&self) -> f64;
}

/// The highest point.
#[derive(Debug, Clone, PartialEq)]
pub struct Summit {
    /// Where it is.
    pub point: Vec<f64>,
    /// The logarithm of the likelihood there.
    pub ln_likelihood: f64,
    /// Covariance of the coordinates, from the curvature of the likelihood.
    pub covariance: Vec<Vec<f64>>,
}

/// The highest point, sought from each of `starts`.
pub fn summit(hill: &impl Hill, starts: &[Vec<f64>]) -> Summit {
    let mut best: Option<(Vec<f64>, f64)> = None;
    for start in starts {
        let found = climb(hill, start.clone());
        let reached = hill.at(&found).0;
        if reached.is_finite() && best.as_ref().is_none_or(|(_, before)| reached > *before) {
            best = Some((found, reached));
        }
    }
    let (point, ln_likelihood) = best.unwrap_or_else(|| {
        let first = starts.first().cloned().unwrap_or_default();
        let value = hill.at(&first).0;
        (first, value)
    });
    let covariance = covariance(hill, &point);
    Summit { point, ln_likelihood, covariance }
}

/// The landscape turned upside down, in the terms of a minimiser.
struct Valley<'h, H> {
    hill: &'h H,
    low: Vec<f64>,
    high: Vec<f64>,
}

impl<H: Hill> Valley<'_, H> {
    fn fused(&self, point: &[f64]) -> (f64, Vec<f64>) {
        let ((value, slopes), scale) = (self.hill.at(point), -1.0 / self.hill.weight());
        let cost = if value.is_finite() { value * scale } else { f64::MAX };
        (cost, slopes.into_iter().map(|slope| slope * scale).collect())
    }
}

impl<H> Constraints for Valley<'_, H> {
    type Set = ConstraintSet<BoxBounds<Vec<f64>>>;

    fn constraints(&self) -> <Self::Set as basin::ConstraintDescription>::Borrowed<'_> {
        ConstraintSet::new().with_bounds(BoxBounds::new(Some(&self.low), Some(&self.high)))
    }
}

impl<H: Hill> CostFunction for Valley<'_, H> {
    type Param = Vec<f64>;
    type Output = f64;
    type Error = Infallible;

    fn cost(&self, point: &Vec<f64>) -> Result<f64, Infallible> {
        Ok(self.fused(point).0)
    }
}

impl<H: Hill> Gradient for Valley<'_, H> {
    type Gradient = Vec<f64>;

    fn gradient(&self, point: &Vec<f64>) -> Result<Vec<f64>, Infallible> {
        Ok(self.fused(point).1)
    }

    fn cost_and_gradient(&self, point: &Vec<f64>) -> Result<(f64, Vec<f64>), Infallible> {
        Ok(self.fused(point))
    }
}

/// L-BFGS-B from one start. A line search that finds nothing better ends it: where it stands is taken.
fn climb(hill: &impl Hill, start: Vec<f64>) -> Vec<f64> {
    let valley = Valley { hill, low: vec![-LIMIT; start.len()], high: vec![LIMIT; start.len()] };
    let begun = FirstOrderState::new(start.clone());
    let ended = Executor::new(valley, Lbfgsb::new(), begun).max_iter(STEPS).run();
    match ended {
        Ok(result) => result.param().clone(),
        Err(_) => start,
    }
}

/// The inverse of the curvature, whose derivatives are differences of exact gradients. Directions in which the likelihood is flat get
/// the variance of a coordinate that is not told, not an infinite one.
fn covariance(hill: &impl Hill, point: &[f64]) -> Vec<Vec<f64>> {
    const STEP: f64 = 1e-4;
    let n = point.len();
    let mut curvature = DMatrix::<f64>::zeros(n, n);
    for k in 0..n {
        let [mut up, mut down] = [point.to_vec(), point.to_vec()];
        up[k] += STEP;
        down[k] -= STEP;
        let (up, down) = (hill.at(&up).1, hill.at(&down).1);
        for j in 0..n {
            let second = (down[j] - up[j]) / (2.0 * STEP);
            curvature[(k, j)] += 0.5 * second;
            curvature[(j, k)] += 0.5 * second;
        }
    }
    if curvature.iter().any(|entry| !entry.is_finite()) {
        curvature = DMatrix::zeros(n, n);
    }
    let least = 1.0 / (4.0 * VAGUE * VAGUE);
    let axes = curvature.symmetric_eigen();
    let entry = |row: usize, column: usize| -> f64 {
        let along = |k: usize| axes.eigenvectors[(row, k)] * axes.eigenvectors[(column, k)];
        (0..n).map(|k| along(k) / axes.eigenvalues[k].max(least)).sum()
    };
    (0..n).map(|row| (0..n).map(|column| entry(row, column)).collect()).collect()
}

/// The lower triangle whose product with its transpose is the covariance.
pub fn root(covariance: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = covariance.len();
    let mut root = vec![vec![0.0; n]; n];
    for row in 0..n {
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
