//! Checks that several tables share: names used once, thresholds that rise, months in order, shares of one whole.

use super::context::{Context, shortened};
use super::table::Reader;
use crate::design::NumberId;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use std::ops::Range;

/// Notes a fault if `name` is among `names` already; adds it otherwise.
pub fn unique_name(
    ctx: &mut Context,
    thing: &'static str,
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
            ctx.fault(Fault::duplicate(Saying::new(thing), shortened(name), first), &span);
        }
        None => names.push((name.to_owned(), span)),
    }
}

/// Notes that the month `end` does not come after the month `begin`, each with its path.
pub fn reversed(ctx: &mut Context, end: (&str, usize), begin: (&str, usize), span: &Range<usize>) {
    if ctx.horizon == 0 {
        return;
    }
    let fault = Fault::reversed((end.0, ctx.month(end.1)), (begin.0, ctx.month(begin.1)));
    ctx.fault(fault, span);
}

/// The `steps` of a ladder or tier scheme: at least one, at most `most`.
pub fn required_steps<'a>(ctx: &mut Context, table: &mut Reader<'a>, most: usize) -> Vec<Reader<'a>> {
    let path = table.path_of("steps");
    let key = ctx.key(&path);
    match table.value("steps").map(|value| value.get_ref().as_array().map(|steps| steps.len())) {
        None => table.missing(ctx, key, &path, "= [ { .. }, { .. } ]"),
        Some(Some(0)) => {
            let fault = Fault::count(&path, 0, (1, most), Saying::new("fix-first-step"));
            ctx.fault(fault, &table.span_of("steps"));
        }
        Some(_) => {}
    }
    table.tables(ctx, "steps", most)
}

/// Notes a fault for each threshold that is not above the one before it.
pub fn rising(ctx: &mut Context, thresholds: impl Iterator<Item = NumberId>) {
    each_above(ctx, thresholds, Fault::not_rising);
}

/// The same for what steps give.
pub fn gives_more(ctx: &mut Context, gives: impl Iterator<Item = NumberId>) {
    each_above(ctx, gives, Fault::bonus_falls);
}

fn each_above(
    ctx: &mut Context,
    numbers: impl Iterator<Item = NumberId>,
    fault: fn(&str, f64, f64) -> Fault,
) {
    let numbers: Vec<NumberId> = numbers.collect();
    for pair in numbers.windows(2) {
        let (before, found) = (ctx.central(pair[0]), ctx.central(pair[1]));
        let number = &ctx.numbers[pair[1]];
        // A number that is missing has no place of its own, and is reported already.
        if let Some(span) = number.span.clone().filter(|_| found <= before && ctx.are_sound(pair)) {
            let fault = fault(&number.path, found, before);
            ctx.fault(fault, &span);
        }
    }
}

/// No more failures can be resolved than there are.
pub fn recovered_at_most_all(ctx: &mut Context, table: &Reader, fast: NumberId, slowly: NumberId) {
    let sum = ctx.central(fast) + ctx.central(slowly);
    if sum > 1.0 + 1e-9 && ctx.are_sound(&[fast, slowly]) {
        let reason = Saying::new("reason-recovered").with("sum", Arg::rounded(sum, 2));
        let fault = Fault::order(&table.path, reason, Saying::new("fix-recovered"));
        ctx.fault(fault, &table.span_of("recovered_fast"));
    }
}
