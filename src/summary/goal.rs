//! Goals: what their metrics came to in one trial, and whether that is enough.

use super::effect::Comparison;
use super::ledger::{Ledger, ratio};
use super::terms::GoalTerms;
use crate::design::{GoalBound, Metric};
use crate::simulate::Line;
use crate::units::Unit;

/// The unit of a metric.
pub(super) fn unit(metric: Metric) -> Unit {
    match metric {
        Metric::AnnualRetention | Metric::RevenueGrowth | Metric::MemberShare => Unit::Share,
        Metric::Nps => Unit::NpsPoints,
        Metric::NetEffect | Metric::Npv => Unit::Money,
        Metric::ActiveCustomers => Unit::Customers,
    }
}

/// The metric of a goal in the world as it will be: with the program if there is one.
pub(super) fn value(goal: &GoalTerms, worlds: &Comparison) -> f64 {
    let world = worlds.program;
    let at = |values: Vec<f64>| values.get(goal.by).copied().unwrap_or(f64::NAN);
    if goal.by >= world.months() {
        return f64::NAN;
    }
    let end = world.month(goal.by);
    match goal.metric {
        Metric::AnnualRetention => world.annual_retention(goal.by),
        Metric::Nps => end.nps(),
        Metric::NetEffect => at(worlds.net_effect()),
        Metric::Npv => at(worlds.npv()),
        Metric::ActiveCustomers => end.get(Line::Active),
        Metric::RevenueGrowth => {
            ratio(year_of_revenue(world, goal.by), year_of_revenue(worlds.baseline, goal.by)) - 1.0
        }
        Metric::MemberShare => ratio(end.get(Line::Members), end.get(Line::Active)),
    }
}

/// Whether the goal is reached; an undefined value does not reach it.
pub fn reached(bound: GoalBound, threshold: f64, value: f64) -> bool {
    match bound {
        GoalBound::AtLeast => value >= threshold,
        GoalBound::AtMost => value <= threshold,
    }
}

/// Net revenue of the twelve months that end with `month`.
fn year_of_revenue(ledger: &Ledger, month: usize) -> f64 {
    (month.saturating_sub(11)..=month).map(|m| ledger.month(m).net_revenue()).sum()
}
