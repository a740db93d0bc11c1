//! How old the points outstanding are.

use super::context::{Context, shortened};
use super::shares::is_whole;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::Saying;
use crate::design::{Expiry, NumberId, Points, Program};

const KEY: &str = "points_by_age";
/// The oldest points that may be told apart, in months.
const MOST: usize = 120;

/// Shares of the points outstanding by the months since they were earned, the youngest first; none if the design does not say.
pub fn points_by_age(ctx: &mut Context, table: &mut Reader, program: &Program) -> Vec<(usize, NumberId)> {
    let (path, span) = (table.path_of(KEY), table.span_of(KEY));
    let mut ages = Vec::new();
    for (name, id) in table.shares(ctx, KEY).into_iter().flatten() {
        let month = name.strip_prefix("month_").and_then(|month| month.parse::<usize>().ok());
        match month.filter(|month| (1..=MOST).contains(month) && name == format!("month_{month}")) {
            Some(month) => ages.push((month, id)),
            None => {
                let span = ctx.numbers[id].span.clone().unwrap_or_else(|| span.clone());
                let table = Saying::new("table-shares").with("path", path.as_str());
                let remedy = Saying::new("fix-points-months").with("most", MOST);
                ctx.fault(Fault::unknown_key(shortened(&name), table, remedy), &span);
            }
        }
    }
    ages.sort_by_key(|(month, _)| *month);
    let shares: Vec<NumberId> = ages.iter().map(|(_, id)| *id).collect();
    if ages.is_empty() || !ctx.are_sound(&shares) {
        return ages;
    }
    let sum: f64 = shares.iter().map(|id| ctx.central(*id)).sum();
    is_whole(ctx, Saying::new("shares-points-by-age"), sum, &span);
    if let Some((reason, remedy)) = impossible(ctx, program, ages[ages.len() - 1].0) {
        ctx.fault(Fault::not_here(&path, reason, remedy), &span);
    }
    ages
}

/// Why points cannot be so old, and what to do; nothing if they can.
fn impossible(ctx: &Context, program: &Program, oldest: usize) -> Option<(Saying, Saying)> {
    let simple = |reason, remedy| Some((Saying::new(reason), Saying::new(remedy)));
    let Some((_, points)) = program.all::<Points>().next() else {
        return simple("reason-points-of-nothing", "fix-points-of-nothing");
    };
    if points.expiry == Expiry::Inactivity {
        return simple("reason-points-by-activity", "fix-points-by-age");
    }
    let expiry = points.expiry_months;
    if !ctx.are_sound(&[expiry]) {
        return None;
    }
    match ctx.central(expiry) as usize {
        0 => simple("reason-points-never-expire", "fix-points-by-age"),
        months if oldest > months => {
            let of = |key| Saying::new(key).with("months", months);
            Some((of("reason-points-too-old"), of("fix-points-too-old")))
        }
        _ => None,
    }
}
