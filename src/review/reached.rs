//! How often a goal is reached, at the real size of the business.

use super::lab::Played;
use crate::decide::Measure;
use crate::decide::paired::Rows;
use crate::design::{Design, Goal};
use crate::summary::{self, Probability, Scalar, interval, real_size};

/// Chance that the design played in `rows` reaches a goal, or brings money (`None`).
pub fn chance(rows: &Rows, goals: &[Goal], goal: Option<usize>) -> Probability {
    let outcomes = rows.of(0);
    let Some(goal) = goal else { return gains(&real_size::scalar(&outcomes, Scalar::Npv)) };
    let reached = Measure::Goal(goal).of_outcomes(&outcomes, goals);
    interval::probability(reached.iter().filter(|r| **r > 0.0).count() as u64, rows.len() as u64)
}

/// The same of a run, in the first of its trials: to be put beside a run of only so many.
pub fn in_first(trials: usize, run: &Played, design: &Design, goal: Option<usize>) -> Probability {
    let found = goal.and_then(|at| Some((at, design.goals.get(at)?, run.summary.goals.get(at)?)));
    let Some((at, goal, found)) = found else {
        let npv = run.at_real_size(Scalar::Npv);
        return gains(&npv[..trials.min(npv.len())]);
    };
    let values = run.named(&format!("goal_{}.{}.value", at + 1, goal.metric.key()));
    let values = &values[..trials.min(values.len())];
    let reached = values.iter().filter(|value| summary::goal::reached(goal.bound, found.threshold, **value));
    interval::probability(reached.count() as u64, values.len() as u64)
}

/// Chance that an amount of money is not below zero.
pub fn gains(amounts: &[f64]) -> Probability {
    let gains = amounts.iter().filter(|amount| **amount >= 0.0).count();
    interval::probability(gains as u64, amounts.len() as u64)
}
