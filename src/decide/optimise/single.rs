//! One objective: covariance matrix adaptation within bounds (Hansen 2016), from the crate basin.

use super::evaluate::Bench;
use crate::decide::pareto::Costs;
use basin::{
    BoundedCmaEs, BoxBounds, Constrained, ConstraintSet, Constraints, CostFunction, DenseMatrix, Executor,
    NoConstraints, PopulationProgress,
};
use std::cell::{Cell, RefCell};

/// First step, as a part of each lever's range.
const FIRST_STEP: f64 = 0.3;
/// Steps smaller than this, as a part of each lever's range, are not worth a trial.
const LEAST_STEP: f64 = 2e-3;
/// What a point that breaks a constraint costs at least, in units of the scale.
const PENALTY: f64 = 1e3;

/// What the search asks for. It asks for a generation of points one by one, but what the first of them come to does not change the others:
/// so all of them are written down before any is played, and then played together.
struct Objective<'b, 't> {
    bench: &'b Bench<'t>,
    scale: f64,
    /// Points of a generation: the candidates and their mean.
    generation: usize,
    /// How many points have been asked for.
    asked: Cell<usize>,
    /// Points of this generation that have not been played.
    new: &'b RefCell<Vec<Vec<f64>>>,
}

/// Points have to be played first.
#[derive(Debug)]
struct Unplayed;

impl Constraints for Objective<'_, '_> {
    type Set = NoConstraints;

    fn constraints(&self) -> NoConstraints {
        ConstraintSet::new()
    }
}

impl CostFunction for Objective<'_, '_> {
    type Param = Vec<f64>;
    type Output = f64;
    type Error = Unplayed;

    fn cost(&self, point: &Vec<f64>) -> Result<f64, Unplayed> {
        self.asked.set(self.asked.get() + 1);
        let known = self.bench.known(point);
        if known.is_none() {
            self.new.borrow_mut().push(point.clone());
        }
        if self.asked.get().is_multiple_of(self.generation) && !self.new.borrow().is_empty() {
            return Err(Unplayed);
        }
        Ok(known.map_or(0.0, |costs| self.scalar(&costs)))
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

/// Searches from `start` on until steps become small or the bench gives no more points. The bench remembers what was found: a search that
/// has come upon new points is begun again once they have been played, and takes the same way.
pub fn search(bench: &Bench, start: &[f64], scale: f64, seed: u64) {
    loop {
        let new = RefCell::new(Vec::new());
        walk(bench, (start, scale, seed), &new);
        let new = new.into_inner();
        if new.is_empty() || bench.costs_of(&new).len() < new.len() {
            return;
        }
    }
}

/// Goes as far as points are known, and writes down the new ones of the generation at which that ends.
fn walk(bench: &Bench, (start, scale, seed): (&[f64], f64, u64), new: &RefCell<Vec<Vec<f64>>>) {
    let (low, high) = (vec![0.0; start.len()], vec![1.0; start.len()]);
    let bounds = ConstraintSet::new().with_bounds(BoxBounds::new(Some(low), Some(high)));
    let candidates = BoundedCmaEs::<Vec<f64>, DenseMatrix>::default_lambda(start.len());
    let objective = Objective {
        bench,
        scale: scale.max(f64::MIN_POSITIVE),
        generation: candidates + 1,
        asked: Cell::new(0),
        new,
    };
    let problem = Constrained::new(objective, bounds);
    let solver = BoundedCmaEs::<Vec<f64>, DenseMatrix>::new(seed, FIRST_STEP)
        .with_absolute_distribution_size_tolerance(LEAST_STEP);
    let progress = PopulationProgress::from_point(start.to_vec());
    // Points that have to be played end the walk with an error.
    let _ = Executor::new(problem, solver, progress).max_iter(10_000).run();
}
