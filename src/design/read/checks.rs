//! Checks that several tables share: names used once, thresholds that rise, months in order, shares of one whole.

use super::context::{Context, shortened};
use super::table::Reader;
use crate::design::NumberId;
use crate::design::fault::Fault;
use std::ops::Range;

/// Notes a fault if `name` is among `names` already; adds it otherwise.
pub fn unique_name(
    ctx: &mut Context,
    what: &'static str,
    names: &mut Vec<(String, Range<usize>)>,
    name: &str,
    span: Range<usize>,
) {
    if name.is_empty() {
        return;
    }
    match names.iter().find(|(other, _)| other == name) {
        Some((_, first)) => {
            let first = ctx.line(first);
            ctx.fault(Fault::Duplicate { what, name: shortened(name), first }, &span);
        }
        None => names.push((name.to_owned(), span)),
    }
}

/// Notes that the month `end` does not come after the month `begin`, each with its path.
pub fn reversed(ctx: &mut Context, end: (&str, usize), begin: (&str, usize), span: &Range<usize>) {
    if ctx.horizon == 0 {
        return;
    }
    let fault = Fault::Reversed {
        path: end.0.to_owned(),
        found: ctx.month(end.1).to_string(),
        earlier: begin.0.to_owned(),
        start: ctx.month(begin.1).to_string(),
    };
    ctx.fault(fault, span);
}

/// The `steps` of a ladder or tier scheme: at least one, at most `most`.
pub fn required_steps<'a>(ctx: &mut Context, table: &mut Reader<'a>, most: usize) -> Vec<Reader<'a>> {
    let path = table.path_of("steps");
    let key = ctx.key(&path);
    match table.value("steps").map(|value| value.get_ref().as_array().map(|steps| steps.len())) {
        None => table.missing(ctx, key, &path, "= [ { .. }, { .. } ]"),
        Some(Some(0)) => {
            let help =
                "add the first step, for instance { from = 1, discount = 0.03 } or { name = \"silver\", .. }";
            let fault = Fault::Count { path, found: 0, min: 1, max: most, help };
            ctx.fault(fault, &table.span_of("steps"));
        }
        Some(_) => {}
    }
    table.tables(ctx, "steps", most)
}

/// Notes a fault for each threshold that is not above the one before it.
pub fn rising(ctx: &mut Context, thresholds: impl Iterator<Item = NumberId>) {
    let thresholds: Vec<NumberId> = thresholds.collect();
    for pair in thresholds.windows(2) {
        let (before, found) = (ctx.central(pair[0]), ctx.central(pair[1]));
        let number = &ctx.numbers[pair[1]];
        // A threshold that is missing has no place of its own, and is reported already.
        if let Some(span) = number.span.clone().filter(|_| found <= before) {
            let path = number.path.clone();
            ctx.fault(Fault::NotRising { path, found, before }, &span);
        }
    }
}

/// No more failures can be put right than there are.
pub fn recovered_at_most_all(ctx: &mut Context, table: &Reader, fast: NumberId, slowly: NumberId) {
    let sum = ctx.central(fast) + ctx.central(slowly);
    if sum > 1.0 + 1e-9 {
        let fault = Fault::Order {
            path: table.called(),
            reason: format!("recovered_fast and recovered_slowly together are {sum:.2} of all failures"),
            help: "they are shares of the same failures: together at most 1",
        };
        ctx.fault(fault, &table.span_of("recovered_fast"));
    }
}
