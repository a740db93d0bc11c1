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

/// Numbers kept of a goal in each trial, in this order: value, threshold, reached, and value and reached without the program.
pub(super) const NUMBERS: [&str; 5] = ["value", "threshold", "reached", "value_without", "reached_without"];

/// Whether a metric says something of the business without a program too. The others compare with it, or need members.
pub fn stands_alone(metric: Metric) -> bool {
    match metric {
        Metric::AnnualRetention | Metric::Nps | Metric::ActiveCustomers => true,
        Metric::NetEffect | Metric::Npv | Metric::RevenueGrowth | Metric::MemberShare => false,
    }
}

/// The numbers kept of a goal in a trial; NaN without a program where there is none, or where the metric does not stand alone.
pub(super) fn numbers(goal: &GoalTerms, worlds: &Comparison, has_program: bool) -> [f64; NUMBERS.len()] {
    let judge = |value| f64::from(u8::from(reached(goal.bound, goal.threshold, value)));
    let with = value(goal, worlds, worlds.program);
    let [without, reached_without] = if has_program && stands_alone(goal.metric) {
        let without = value(goal, worlds, worlds.baseline);
        [without, judge(without)]
    } else {
        [f64::NAN; 2]
    };
    [with, goal.threshold, judge(with), without, reached_without]
}

/// Says anew what is reached, from the values that `row` of [`NUMBERS`] holds.
pub(super) fn judge(row: &mut [f64], bound: GoalBound) {
    let judged = |value| f64::from(u8::from(reached(bound, row[1], value)));
    let [with, without] = [judged(row[0]), judged(row[3])];
    row[2] = with;
    if !row[4].is_nan() {
        row[4] = without;
    }
}

/// The metric of a goal in one of the worlds compared.
fn value(goal: &GoalTerms, worlds: &Comparison, world: &Ledger) -> f64 {
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
