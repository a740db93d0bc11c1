//! How newcomers stay: shares left after months, from a table of cohorts.

use super::context::{Context, shortened};
use super::table::Reader;
use crate::design::NumberId;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};

const KEY: &str = "newcomers_retention";

/// The months after which a share of the newcomers is left, in their order, with the shares; none if the segment does not say.
pub fn newcomers(ctx: &mut Context, table: &mut Reader) -> Vec<(usize, NumberId)> {
    let path = table.path_of(KEY);
    let (key, span) = (ctx.key(&path), table.span_of(KEY));
    let mut points = Vec::new();
    for (name, id) in table.shares(ctx, KEY).into_iter().flatten() {
        match key.choices.iter().position(|choice| *choice == name) {
            Some(place) => points.push((place + 1, id)),
            None => {
                let span = ctx.numbers[id].span.clone().unwrap_or_else(|| span.clone());
                let table = Saying::new("table-shares").with("path", path.as_str());
                let remedy = Saying::new("fix-newcomers")
                    .with("months", Arg::all_of(key.choices.iter().map(String::as_str)));
                ctx.fault(Fault::unknown_key(shortened(&name), table, remedy), &span);
            }
        }
    }
    points.sort_by_key(|(month, _)| *month);
    falling(ctx, &points);
    points
}

/// Nobody comes back: later months have fewer left.
fn falling(ctx: &mut Context, points: &[(usize, NumberId)]) {
    for pair in points.windows(2) {
        let [(earlier, before), (_, after)] = [pair[0], pair[1]];
        let [more, fewer] = [before, after].map(|id| ctx.central(id));
        if fewer < more || !ctx.are_sound(&[before, after]) {
            continue;
        }
        let number = &ctx.numbers[after];
        let (path, span) = (number.path.clone(), number.span.clone().unwrap_or(0..0));
        let reason = Saying::new("reason-newcomers").with("after", fewer).with("before", more);
        let reason = reason.with("month", earlier);
        ctx.fault(Fault::order(&path, reason, Saying::new("fix-newcomers-falling")), &span);
    }
}
