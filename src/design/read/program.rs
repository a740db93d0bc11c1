//! `[program]`: the program proposed.

use super::beneath::Beneath;
use super::checks::reversed;
use super::context::{Context, meant, shortened};
use super::elements::elements;
use super::number;
use super::table::Reader;
use super::transition::transition;
use crate::design::fault::Fault;
use crate::design::numbers::{Basis, Distribution, NumberId};
use crate::design::saying::{Arg, Saying};
use crate::design::{PointsAtStop, Program, Stacking, Today};

/// Reads `[program]` with its elements, if the design has one. `today` is the program that runs already.
pub fn program(ctx: &mut Context, top: &mut Reader, today: Option<&Today>) -> Option<Program> {
    let mut table = top.table(ctx, "program")?;
    let changes = table.value("changes").is_some();
    let launch = table.required_month_index(ctx, "launch");
    let stop = table.end_index(ctx, "stop");
    if let Some(stop) = stop.filter(|&stop| stop <= launch) {
        reversed(ctx, ("program.stop", stop), ("program.launch", launch), &table.span_of("stop"));
    }
    let stop = stop.filter(|&stop| launch < stop && stop < ctx.horizon);
    if changes {
        table.choice(ctx, "changes", &[("today", ())]);
        match top.table(ctx, "today") {
            Some(beneath) => table = table.over(&beneath),
            None => refuse(ctx, &table, "changes", "reason-no-today", "fix-no-today"),
        }
    }
    let without = without(ctx, &mut table, today.filter(|_| changes));
    let runs = today.filter(|_| !changes).map(|today| &today.program);
    let on = today.filter(|_| changes).map(|today| today.program_from_the_start(ctx.horizon).elements);
    let beneath = Beneath { without: &without, runs, goes_on: on.as_deref() };
    let mut program = terms(ctx, &mut table, (launch, stop), &beneath);
    program.amends = on.is_some();
    program.transition = transition(ctx, &mut table, today, &program);
    table.finish(ctx);
    Some(program)
}

/// Reads what a program is, whether it runs already or is proposed.
pub fn terms(
    ctx: &mut Context,
    table: &mut Reader,
    (launch, stop): (usize, Option<usize>),
    beneath: &Beneath,
) -> Program {
    let runs = beneath.runs;
    let program = Program {
        name: table.text(ctx, "name"),
        amends: false,
        launch,
        stop,
        entry_purchases: table.number(ctx, "entry_purchases"),
        entry_tenure_months: table.number(ctx, "entry_tenure_months"),
        willing: as_today(ctx, table, "willing", runs.map(|program| program.willing)),
        joins_per_visit: as_today(ctx, table, "joins_per_visit", runs.map(|program| program.joins_per_visit)),
        setup_cost: setup_cost(ctx, table),
        cost_per_month: table.number(ctx, "cost_per_month"),
        cost_per_member_per_year: table.number(ctx, "cost_per_member_per_year"),
        notice_months: table.number(ctx, "notice_months"),
        points_at_stop: table.choice(ctx, "points_at_stop", PointsAtStop::WORDS),
        stacking: table.choice(ctx, "stacking", Stacking::WORDS),
        transition: None,
        elements: elements(ctx, table, (launch, stop), beneath),
    };
    if program.elements.is_empty() {
        ctx.fault(Fault::no_elements(), &table.span);
    }
    program
}

/// A number of the proposal; that of today's program where it states none.
fn as_today(ctx: &mut Context, table: &mut Reader, key: &'static str, today: Option<NumberId>) -> NumberId {
    match today {
        Some(known) if table.value(key).is_none() => known,
        _ => table.number(ctx, key),
    }
}

/// A change of a program that is there costs nothing to set up unless it says so.
fn setup_cost(ctx: &mut Context, table: &mut Reader) -> NumberId {
    let path = table.path_of("setup_cost");
    if table.own_value("setup_cost").is_some() || table.path_beneath("setup_cost").is_none() {
        return table.own_number(ctx, "setup_cost");
    }
    let (key, nothing) = (ctx.key(&path), Distribution::Fixed(0.0));
    number::add(ctx, &path, key, nothing, (Basis::Assumed, number::THIS_DESIGN.to_owned()), None)
}

/// Kinds of elements of today's program that end.
fn without(ctx: &mut Context, table: &mut Reader, today: Option<&Today>) -> Vec<String> {
    let named = table.texts(ctx, "without");
    let Some(today) = today else {
        if table.value("without").is_some() {
            refuse(ctx, table, "without", "reason-nothing-changed", "fix-nothing-changed");
        }
        return Vec::new();
    };
    let mut kinds: Vec<&str> = today.program.elements.iter().map(|element| element.facts().key).collect();
    kinds.dedup();
    for (kind, span) in named.iter().filter(|(kind, _)| !kinds.contains(&kind.as_str())) {
        let remedy = match meant(kind, kinds.iter().copied()) {
            Some(close) => Saying::new("fix-meant-text").with("word", close),
            None => Saying::new("fix-choose"),
        };
        let path = table.path_of("without");
        let allowed = Arg::any_of(kinds.iter().copied());
        ctx.fault(Fault::choice(&path, shortened(kind), allowed, remedy), span);
    }
    named.into_iter().map(|(kind, _)| kind).collect()
}

fn refuse(ctx: &mut Context, table: &Reader, key: &str, reason: &'static str, remedy: &'static str) {
    let fault = Fault::not_here(&table.path_of(key), Saying::new(reason), Saying::new(remedy));
    ctx.fault(fault, &table.span_of(key));
}
