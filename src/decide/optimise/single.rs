//! One objective: covariance matrix adaptation within bounds (Hansen 2016), from the crate basin.

use super::evaluate::Bench;
use crate::decide::pareto::Costs;
use basin::{
    BoundedCmaEs, BoxBounds, Constrained, ConstraintSet, Constraints, CostFunction, DenseMatrix, Executor,
    NoConstraints, PopulationProgress,
};

/// First step, as a part of each lever's range.
const FIRST_STEP: f64 = 0.3;
/// Steps smaller than this, as a part of each lever's range, are not worth a trial.
const LEAST_STEP: f64 = 2e-3;
/// What a point that breaks a constraint costs at least, in units of the scale.
const PENALTY: f64 = 1e3;

struct Objective<'b, 't> {
    bench: &'b Bench<'t>,
    scale: f64,
}

/// The work is to stop.
#[derive(Debug)]
struct Stopped;

impl Constraints for Objective<'_, '_> {
    type Set = NoConstraints;

    fn constraints(&self) -> NoConstraints {
        ConstraintSet::new()
    }
}

impl CostFunction for Objective<'_, '_> {
    type Param = Vec<f64>;
    type Output = f64;
    type Error = Stopped;

    fn cost(&self, point: &Vec<f64>) -> Result<f64, Stopped> {
        self.bench.cost(point).map(|costs| self.scalar(&costs)).ok_or(Stopped)
    }
}

impl Objective<'_, '_> {
    fn scalar(&self, costs: &Costs) -> f64 {
        match costs.broken {
            broken if broken > 0.0 => PENALTY + broken.min(PENALTY),
            _ => (costs.objectives[0] / self.scale).clamp(-PENALTY / 2.0, PENALTY / 2.0),
        }
    }
}

/// Searches from `start` on until steps become small or the bench gives no more points. The bench remembers what was found.
pub fn search(bench: &Bench, start: &[f64], scale: f64, seed: u64) {
    let (low, high) = (vec![0.0; start.len()], vec![1.0; start.len()]);
    let bounds = ConstraintSet::new().with_bounds(BoxBounds::new(Some(low), Some(high)));
    let problem = Constrained::new(Objective { bench, scale: scale.max(f64::MIN_POSITIVE) }, bounds);
    let solver = BoundedCmaEs::<Vec<f64>, DenseMatrix>::new(seed, FIRST_STEP)
        .with_absolute_distribution_size_tolerance(LEAST_STEP);
    let progress = PopulationProgress::from_point(start.to_vec());
    // A stop ends the search with an error; what was found is on the bench.
    let _ = Executor::new(problem, solver, progress).max_iter(10_000).run();
}
