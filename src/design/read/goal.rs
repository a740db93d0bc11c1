//! `[[goal]]`: what the program is for.

use super::context::Context;
use super::limits;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::{Goal, GoalBound, Metric};
use crate::units::Range;

/// Reads all goals.
pub fn goals(ctx: &mut Context, top: &mut Reader) -> Vec<Goal> {
    let mut goals: Vec<(Goal, usize)> = Vec::new();
    for mut table in top.tables(ctx, "goal", limits::GOALS) {
        let goal = goal(ctx, &mut table);
        let line = ctx.line(&table.span);
        if let Some(goal) = goal {
            not_twice(ctx, &goal, &goals, &table.span);
            goals.push((goal, line));
        }
        table.finish(ctx);
    }
    goals.into_iter().map(|(goal, _)| goal).collect()
}

fn goal(ctx: &mut Context, table: &mut Reader) -> Option<Goal> {
    let metric = table.choice(ctx, "metric", Metric::WORDS);
    let metric_is_known = table.value("metric").and_then(|m| m.get_ref().as_str()) == Some(metric.key());
    let by = table.required_month_index(ctx, "by");
    let at_least = table.optional_number(ctx, "at_least");
    let at_most = table.optional_number(ctx, "at_most");
    let (bound, value, key) = match (at_least, at_most) {
        (Some(value), None) => (GoalBound::AtLeast, value, "at_least"),
        (None, Some(value)) => (GoalBound::AtMost, value, "at_most"),
        (Some(_), Some(_)) => {
            let (one, other) = ("at_least", "at_most");
            ctx.fault(Fault::Both { path: table.called(), one, other }, &table.span_of("at_most"));
            return None;
        }
        (None, None) => {
            let help = "write `at_least = ..` or `at_most = ..`: from which value on is the goal reached?";
            let path = table.path_of("at_least");
            ctx.fault(Fault::Missing { path, help: help.to_owned() }, &table.span);
            return None;
        }
    };
    let (range, found) = (range_of(metric), ctx.central(value));
    if metric_is_known && !range.contains(found) {
        let help = match metric {
            Metric::Nps => "net promoter scores are points from -100 to 100",
            Metric::NetEffect | Metric::Npv | Metric::ActiveCustomers => "no such value can be reached",
            _ => "write 0.74 for 74 %",
        };
        let path = table.path_of(key);
        ctx.fault(Fault::OutOfRange { path, found, range, help: help.to_owned() }, &table.span_of(key));
    }
    Some(Goal { metric, bound, value, by })
}

/// The values a metric can have at all.
fn range_of(metric: Metric) -> Range {
    let (min, max) = match metric {
        Metric::AnnualRetention | Metric::MemberShare => (0.0, 1.0),
        Metric::Nps => (-100.0, 100.0),
        Metric::RevenueGrowth => (-1.0, 10.0),
        Metric::ActiveCustomers => (0.0, f64::INFINITY),
        Metric::NetEffect | Metric::Npv => (f64::NEG_INFINITY, f64::INFINITY),
    };
    Range { min, max }
}

fn not_twice(ctx: &mut Context, goal: &Goal, before: &[(Goal, usize)], span: &std::ops::Range<usize>) {
    let same = |other: &Goal| (other.metric, other.bound, other.by) == (goal.metric, goal.bound, goal.by);
    if let Some(&(_, first)) = before.iter().find(|(other, _)| same(other)) {
        let side = if goal.bound == GoalBound::AtLeast { "at least" } else { "at most" };
        let goal = format!("{} {side} .. by {}", goal.metric.key(), ctx.month(goal.by));
        ctx.fault(Fault::GoalTwice { goal, first }, span);
    }
}
