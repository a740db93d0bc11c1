//! What joining asks of a customer, and when it first pays.

use crate::design::{CumulativeDiscount, Element, Points, Variant};
use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::facts::Fact;
use crate::review::figure::{FigureId, Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::parts::{said, table, text_column};
use crate::review::sentence::{Arg, Style, name, say};

/// Every step between the offer and the first benefit.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let Some(program) = &case.design.program else { return Vec::new() };
    let mut rows = Vec::new();
    let mut row = |what, here| rows.push(vec![name("joining", what), here, name("ask", what)]);
    let joining = case.design.joining;
    row("steps", counted(joining.steps, "steps", figures));
    row("fields", counted(joining.fields, "fields", figures));
    let number = |id, form, what: &str, figures: &mut Figures| {
        let interval = Interval::of_number(&case.design.numbers[id]);
        figures.interval(format!("joining.{what}"), form, &interval, Source::Design)
    };
    if !case.design.is_by_contract() {
        let purchases = number(program.entry_purchases, Form::Count, "purchases", figures);
        row("purchases", cell(purchases, Style::Value));
    }
    let tenure = number(program.entry_tenure_months, Form::Months, "tenure", figures);
    row("tenure", cell(tenure, Style::Value));
    let offered = number(program.joins_per_visit, Form::Chance, "offered", figures);
    row("offered", cell(offered, Style::Chance));
    row("at-once", at_once(case));
    if let Some(wait) = longest_wait(case) {
        let id = figures.interval("joining.first-reward", Form::Months, &wait, Source::Formula);
        row("first-reward", months_to_reward(wait.value, id));
    }
    let columns = ["audit-column-topic", "audit-column-here", "audit-column-ask"].map(text_column).to_vec();
    vec![Block::Heading(say("audit-joining")), table(say("audit-joining-table"), columns, rows)]
}

/// Months to a reward; a fraction of a month is no wait.
pub fn months_to_reward(months: f64, id: FigureId) -> Arg {
    if months < 0.5 { said(say("audit-first-purchase")) } else { cell(id, Style::Value) }
}

fn counted(count: Option<u64>, what: &str, figures: &mut Figures) -> Arg {
    match count {
        Some(count) => {
            let id = format!("joining.{what}");
            cell(figures.bare(id, Form::Count, count as f64, Source::Design), Style::Value)
        }
        None => said(say("audit-unstated")),
    }
}

/// What a new member has on the day of joining: prices that need no history, and points for joining.
fn at_once(case: &Case) -> Arg {
    let mut list: Vec<Arg> = Vec::new();
    let given = |element: &&Element| element.facts().discount.is_given() && !asks_for_history(case, element);
    for element in case.facts.elements().iter().filter(given) {
        let kind = name("element", element.called());
        if !list.contains(&kind) {
            list.push(kind);
        }
    }
    if case.facts.all::<Points>().any(|(_, points)| case.facts.central(points.welcome_points) > 0.0) {
        list.push(said(say("audit-welcome-points")));
    }
    if list.is_empty() { said(say("audit-nothing-at-once")) } else { Arg::List(list) }
}

/// Whether an element is only for those with a tier, a tenure, or purchases behind them.
fn asks_for_history(case: &Case, element: &Element) -> bool {
    let first = CumulativeDiscount::of(&element.kind).and_then(|ladder| ladder.steps.first());
    if first.is_some_and(|step| case.facts.central(step.from) > 1.0) {
        return true;
    }
    let who = &element.who;
    let mut behind = [who.tenure_months, who.entry_purchases, who.entry_spend].into_iter().flatten();
    who.tier > 0 || behind.any(|id| case.facts.number(id).low > 0.0)
}

/// Months to the first reward in the segment that waits longest.
fn longest_wait(case: &Case) -> Option<Interval> {
    let schemes = 0..case.facts.all::<Points>().count();
    let all = schemes.flat_map(|at| (0..case.design.segments.len()).map(move |s| (at, s)));
    let waits = all.filter_map(|(at, s)| case.facts.get(Fact::FirstReward(at, s)));
    waits.max_by(|a, b| a.value.total_cmp(&b.value))
}
