//! The goals: whether they can be reached, by how much they are missed, and whether they can be judged at all.

use super::{number_column, table, text_column};
use crate::design::{Goal, GoalBound, Metric};
use crate::review::case::{Case, MAIN, cell, cell_if, chance, from};
use crate::review::content::{Block, Picture};
use crate::review::figure::{FigureId, Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::rules::{Code, Judgement, g02_no_price_set, g03_goal_too_early, g05_goal_met_without};
use crate::review::sentence::{Arg, Sentence, Style, say};
use crate::summary::{GoalSummary, Without, goal};

/// Retention in both worlds, and what the program changes of it and of the score.
fn effects(case: &Case) -> Vec<Block> {
    match case.design.program {
        Some(_) => {
            [Picture::Retention, Picture::RetentionEffect, Picture::NpsEffect].map(Block::Picture).to_vec()
        }
        None => Vec::new(),
    }
}

/// Task one of a review.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let goals = &case.design.goals;
    if goals.is_empty() {
        let said = [Block::Lead(say("review-goals-none")), Block::Paragraph(vec![say("review-goals-half")])];
        return said.into_iter().chain(effects(case)).collect();
    }
    let reached = case.run.summary.goals.iter().filter(|g| g.probability.low.get() >= 0.5).count();
    let likely = figures.bare("goals.likely", Form::Count, reached as f64, from(MAIN));
    let all = figures.bare("goals.all", Form::Count, goals.len() as f64, from(MAIN));
    let lead =
        say("review-goals-lead").figure("likely", likely, Style::Plural).figure("all", all, Style::Plural);
    let columns = vec![
        text_column("review-column-goal"),
        number_column("review-column-chance"),
        number_column("review-column-without"),
        number_column("review-column-change"),
        number_column("review-column-expected"),
        number_column("review-column-range"),
        number_column("review-column-shortfall"),
        number_column("review-column-counter"),
    ];
    let rows = (0..goals.len()).map(|i| row(case, i, figures)).collect();
    let mut blocks = vec![Block::Lead(lead), table(say("review-goals-table"), columns, rows)];
    blocks.push(Block::List(judgeable(case)));
    blocks.extend(effects(case));
    blocks
}

fn row(case: &Case, i: usize, figures: &mut Figures) -> Vec<Arg> {
    let (goal, summary) = (&case.design.goals[i], &case.run.summary.goals[i]);
    let name = format!("goal{}", i + 1);
    let form = form(goal.metric);
    let p = chance(figures, format!("{name}.chance"), &summary.probability, MAIN);
    let [without, gain] = without(summary, &name, figures);
    let value =
        figures.interval(format!("{name}.value"), form, &Interval::of_trials(&summary.value), from(MAIN));
    let threshold = figures.bare(format!("{name}.threshold"), form, summary.threshold, Source::Design);
    let shortfall = shortfall(case, i).map(|s| {
        let form = if form == Form::Share { Form::SharePoints } else { form };
        figures.bare(format!("{name}.shortfall"), form, s, from(MAIN))
    });
    let counter = case.advice.package.as_ref().map(|package| {
        let reached = package.chance(Some(i));
        chance(figures, format!("{name}.counter"), &reached, "counter-design")
    });
    vec![
        super::said(stated(case, goal, threshold)),
        cell(p, Style::Chance),
        cell_if(without, Style::Chance),
        cell_if(gain, Style::Signed),
        cell(value.clone(), Style::Value),
        cell(value, Style::Range),
        cell_if(shortfall, Style::Size),
        cell_if(counter, Style::Chance),
    ]
}

/// The goal as the design states it.
pub fn stated(case: &Case, goal: &Goal, threshold: FigureId) -> Sentence {
    let key = match goal.bound {
        GoalBound::AtLeast => "review-goal-at-least",
        GoalBound::AtMost => "review-goal-at-most",
    };
    Sentence::new(key)
        .name("metric", "metric", goal.metric.key())
        .value("threshold", threshold)
        .with("month", Arg::Month(case.design.month(goal.by)))
}

/// The chance of the goal without the program, and by how much the program raises it.
fn without(summary: &GoalSummary, name: &str, figures: &mut Figures) -> [Option<FigureId>; 2] {
    let Some(Without { probability, gain, .. }) = &summary.without else { return [None, None] };
    let without = chance(figures, format!("{name}.without"), probability, MAIN);
    let gain = figures.bare(format!("{name}.gain"), Form::SharePoints, gain.share.get(), from(MAIN));
    [Some(without), Some(gain)]
}

/// Mean distance to the threshold in the trials that miss it.
fn shortfall(case: &Case, i: usize) -> Option<f64> {
    let metric = case.design.goals[i].metric.key();
    let of = |what: &str| case.run.named(&format!("goal_{}.{metric}.{what}", i + 1));
    let (values, thresholds, bound) = (of("value"), of("threshold"), case.design.goals[i].bound);
    let missed: Vec<f64> = (0..values.len())
        .filter(|&t| values[t].is_finite() && !goal::reached(bound, thresholds[t], values[t]))
        .map(|t| (values[t] - thresholds[t]).abs())
        .collect();
    (!missed.is_empty()).then(|| missed.iter().sum::<f64>() / missed.len() as f64)
}

/// Whether the goals are stated so that somebody could be held to them: what three rules found.
fn judgeable(case: &Case) -> Vec<Sentence> {
    let faults = [
        (g02_no_price_set::RULE.code, "review-goals-no-price"),
        (g03_goal_too_early::RULE.code, "review-goals-too-early"),
        (g05_goal_met_without::RULE.code, "review-goals-met-anyway"),
    ];
    let weak = |code: Code| {
        case.judged
            .iter()
            .any(|(rule, judgement)| rule.code == code && matches!(judgement, Judgement::Weak(_)))
    };
    let found = faults.into_iter().filter(|(code, _)| weak(*code));
    let list: Vec<Sentence> = found.map(|(_, message)| Sentence::new(message)).collect();
    if list.is_empty() { vec![say("review-goals-can-be-judged")] } else { list }
}

/// How a metric is counted.
pub fn form(metric: Metric) -> Form {
    match metric {
        Metric::AnnualRetention | Metric::RevenueGrowth | Metric::MemberShare => Form::Share,
        Metric::Nps => Form::NpsPoints,
        Metric::NetEffect | Metric::Npv => Form::Money,
        Metric::ActiveCustomers => Form::Customers,
    }
}
