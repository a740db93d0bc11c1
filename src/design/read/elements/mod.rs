//! The elements of a program: what all kinds share. What is special about a kind is read in its own file, in `design::elements`.

mod common;
mod overlap;

use super::beneath::Beneath;
use super::context::{Context, meant, shortened};
use super::table::Reader;
use super::{checks::reversed, limits, product_groups};
use crate::design::Element;
use crate::design::elements::{KindReader, READERS};
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};

/// Reads all elements, kind by kind, but those of the kinds that end and those that have ended before the launch.
pub fn elements(
    ctx: &mut Context,
    program: &mut Reader,
    (launch, stop): (usize, Option<usize>),
    beneath: &Beneath,
) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut names = Vec::new();
    for KindReader { facts, read } in going_on(ctx, program, beneath.without) {
        for mut table in program.tables(ctx, facts.key, limits::ELEMENTS) {
            let Some((from, until)) = months(ctx, &mut table, (launch, stop), beneath.goes_on) else {
                continue;
            };
            common::one_staff(ctx, &mut table, facts);
            let segments = segments(ctx, &mut table);
            elements.push(Element {
                path: table.path.clone(),
                name: common::name(ctx, &mut table, &mut names),
                segments,
                groups: product_groups::named(ctx, &mut table, facts),
                from,
                until,
                lot: elements.len(),
                setup_cost: table.own_number(ctx, "setup_cost"),
                cost_per_month: table.number(ctx, "cost_per_month"),
                kind: read(ctx, &mut table),
                cost_per_member_per_year: table.number(ctx, "cost_per_member_per_year"),
                cost_per_use: table.number(ctx, "cost_per_use"),
                partners_pay: table.number(ctx, "partners_pay"),
                who: common::entitlement(ctx, &mut table, facts, &elements),
                calendar: common::calendar(ctx, &mut table, facts),
                turn: common::turn(ctx, &mut table, facts, launch),
            });
            overlap::check(ctx, &elements, &table.span);
            table.finish(ctx);
        }
    }
    common::take_turns(&mut elements);
    elements
}

/// The kinds that do not end with a change; what ends with it is not described in it.
fn going_on(ctx: &mut Context, program: &mut Reader, without: &[String]) -> Vec<&'static KindReader> {
    let ends = |kind: &&KindReader| without.iter().any(|ended| ended == kind.facts.key);
    for kind in READERS.iter().filter(ends) {
        let key = kind.facts.key;
        if program.own_value(key).is_some() {
            ctx.fault(Fault::both(program.called(), "without", key), &program.span_of(key));
        }
    }
    READERS.iter().filter(|kind| !ends(kind)).collect()
}

/// The segments named, as indices; none named means all.
fn segments(ctx: &mut Context, table: &mut Reader) -> Vec<usize> {
    let path = table.path_of("segments");
    let is_given = table.value("segments").is_some();
    let names = table.texts(ctx, "segments");
    if is_given && names.is_empty() {
        let fault = Fault::count(&path, 0, (1, limits::SEGMENTS), Saying::new("fix-no-segments"));
        ctx.fault(fault, &table.span_of("segments"));
    }
    let mut segments = Vec::new();
    for (name, span) in names {
        let known = ctx.segments.iter().position(|segment| *segment == name);
        segments.extend(known);
        if known.is_none() && !ctx.segments.is_empty() {
            let all = || ctx.segments.iter().map(String::as_str);
            let remedy = match meant(&name, all()) {
                Some(close) => Saying::new("fix-meant-text").with("word", close),
                None => Saying::new("fix-segments").with("segments", Arg::all_of(all())),
            };
            ctx.fault(Fault::unknown_segment(&path, shortened(&name), remedy), &span);
        }
    }
    segments.sort_unstable();
    segments.dedup();
    segments
}

/// First month of an element, and first month without it; none where it has ended before the launch. What an amended program says nothing of goes on in its
/// own months.
fn months(
    ctx: &mut Context,
    table: &mut Reader,
    (launch, stop): (usize, Option<usize>),
    goes_on: Option<&[Element]>,
) -> Option<(usize, usize)> {
    let amended = goes_on.zip(table.beneath()).map(|(on, path)| on.iter().find(|known| known.path == path));
    let Some(known) = amended else { return Some(active(ctx, table, launch, stop)) };
    let end = stop.unwrap_or(ctx.horizon);
    let rest = known.map(|known| (known.from.max(launch), known.until.min(end)));
    let rest = rest.filter(|(from, until)| from < until);
    if table.is_absent() {
        return rest;
    }
    if known.is_none_or(|known| known.until <= launch) {
        let (reason, remedy) = (Saying::new("reason-ended"), Saying::new("fix-ended"));
        let reason = reason.with("known", table.beneath().unwrap_or_default().to_owned());
        ctx.fault(Fault::not_here(&table.path, reason, remedy), &table.span);
    }
    Some(active(ctx, table, launch, stop))
}

/// First month of an element, and first month without it: those of the program unless it says otherwise.
fn active(ctx: &mut Context, table: &mut Reader, launch: usize, stop: Option<usize>) -> (usize, usize) {
    let (from_path, until_path) = (table.path_of("from"), table.path_of("until"));
    let from = table.month_index(ctx, "from").unwrap_or(launch);
    if from < launch {
        reversed(ctx, (&from_path, from), ("program.launch", launch), &table.span_of("from"));
    }
    let end = stop.unwrap_or(ctx.horizon);
    let until = table.end_index(ctx, "until").unwrap_or(end);
    if until <= from && ctx.horizon > 0 {
        let key = if table.value("until").is_some() { "until" } else { "from" };
        let end_path = if key == "until" { until_path.as_str() } else { "program.stop" };
        reversed(ctx, (end_path, until), (&from_path, from), &table.span_of(key));
    }
    (from, until.min(end))
}
