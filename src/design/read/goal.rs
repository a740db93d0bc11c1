//! `[[goal]]`: what the program is for.

use super::context::Context;
use super::limits;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::Saying;
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
            ctx.fault(Fault::both(table.called(), one, other), &table.span_of("at_most"));
            return None;
        }
        (None, None) => {
            let fault = Fault::missing(&table.path_of("at_least"), Saying::new("fix-goal-without-threshold"));
            ctx.fault(fault, &table.span);
            return None;
        }
    };
    let (range, found) = (range_of(metric), ctx.central(value));
    if metric_is_known && !range.contains(found) && ctx.are_sound(&[value]) {
        let fault = Fault::out_of_range(&table.path_of(key), found, range, out_of_reach(metric));
        ctx.fault(fault, &table.span_of(key));
    }
    Some(Goal { metric, bound, value, by })
}

/// What to do about a threshold that its metric never has.
fn out_of_reach(metric: Metric) -> Saying {
    Saying::new(match metric {
        Metric::Nps => "fix-goal-nps",
        Metric::NetEffect | Metric::Npv | Metric::ActiveCustomers => "fix-goal-unreachable",
        Metric::AnnualRetention | Metric::MemberShare | Metric::RevenueGrowth => "fix-goal-share",
    })
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
        let said =
            Saying::new("goal-bound").with("metric", goal.metric.key()).with("bound", goal.bound.key());
        ctx.fault(Fault::goal_twice(said.with("by", ctx.month(goal.by)), first), span);
    }
}
