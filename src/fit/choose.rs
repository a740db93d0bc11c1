//! Which model to believe: each is fitted on the first part of the data and judged by how likely it made the rest.

use super::customers::{Pasts, WEEK};
use super::maximise::Estimate;
use super::model::Model;
use crate::data::{Customer, Log};
use crate::units::Day;
use rayon::prelude::*;

/// Parts of the time that are fitted; the rest judges.
const PARTS: [f64; 3] = [0.5, 0.6, 0.7];
/// Customers that are enough to tell models apart; of more, every n-th is taken.
const ENOUGH: usize = 4_000;

/// A model and how it has done.
#[derive(Debug, Clone, PartialEq)]
pub struct Contest {
    /// The model.
    pub model: Model,
    /// Fitted to all that was to be fitted.
    pub estimate: Estimate<4>,
    /// Logarithm of the likelihood that it gave to what it had not seen, over all trials.
    pub unseen: f64,
    /// In each trial: purchases that were made less those forecast, as logarithm of their ratio.
    pub misses: Vec<f64>,
}

/// All models, the most convincing first, for the purchases of `log` from `from` to `until`.
pub fn contest(log: &Log, from: Day, until: Day) -> Vec<Contest> {
    let pasts = Pasts::of(log, until, until);
    let few = thinned(log);
    let cuts = inner_cuts(from, until);
    let one = |model: &Model| judge(*model, model.fit(&pasts), &few, &cuts, until);
    let mut all: Vec<Contest> = Model::ALL.par_iter().map(one).collect();
    let worth =
        |contest: &Contest| if contest.unseen.is_finite() { contest.unseen } else { f64::NEG_INFINITY };
    all.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
    all
}

/// The days up to which models are fitted to be judged.
pub fn inner_cuts(from: Day, until: Day) -> Vec<Day> {
    let span = f64::from(until.since(from));
    PARTS.iter().map(|part| from.plus((span * part) as i32)).collect()
}

/// Every n-th customer, so that enough remain.
fn thinned(log: &Log) -> Log {
    let step = log.customers.len().div_ceil(ENOUGH).max(1);
    let customers: Vec<Customer> = log.customers.iter().step_by(step).cloned().collect();
    Log { customers, accounts: None, ..*log }
}

/// One model alone, whose parameters on all of `log` until its last day are known.
pub(super) fn alone(model: Model, estimate: Estimate<4>, log: &Log, (from, until): (Day, Day)) -> Contest {
    judge(model, estimate, &thinned(log), &inner_cuts(from, until), until)
}

fn judge(model: Model, estimate: Estimate<4>, few: &Log, cuts: &[Day], until: Day) -> Contest {
    let mut contest = Contest { model, estimate, unseen: 0.0, misses: Vec::new() };
    for cut in cuts {
        let (before, after) = (Pasts::of(few, *cut, *cut), Pasts::of(few, *cut, until));
        if before.repeats() < 1.0 {
            continue;
        }
        let fitted = model.fit_from(&before, &[contest.estimate.parameters]);
        contest.unseen += model.ln_likelihood(&after, fitted.parameters) - fitted.ln_likelihood;
        let weeks = f64::from(until.since(*cut)) / WEEK;
        let forecast = model.total(&before, fitted.parameters, weeks);
        let made = after.repeats() - before.repeats();
        contest.misses.push(libm::log((made + 0.5) / (forecast + 0.5)));
    }
    contest
}
