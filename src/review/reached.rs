//! How often a goal is reached, at the real size of the business.

use crate::decide::Measure;
use crate::decide::paired::Rows;
use crate::design::Goal;
use crate::summary::{Probability, Scalar, interval, real_size};

/// Chance that the design played in `rows` reaches a goal, or brings money (`None`).
pub fn chance(rows: &Rows, goals: &[Goal], goal: Option<usize>) -> Probability {
    let outcomes = rows.of(0);
    let Some(goal) = goal else { return gains(&real_size::scalar(&outcomes, Scalar::Npv)) };
    let reached = Measure::Goal(goal).of_outcomes(&outcomes, goals);
    interval::probability(reached.iter().filter(|r| **r > 0.0).count() as u64, rows.len() as u64)
}

/// Chance that an amount of money is not below zero.
pub fn gains(amounts: &[f64]) -> Probability {
    let gains = amounts.iter().filter(|amount| **amount >= 0.0).count();
    interval::probability(gains as u64, amounts.len() as u64)
}
