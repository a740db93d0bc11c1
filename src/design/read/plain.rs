//! Plain numbers: what describes a study or a market around the business, and is no uncertain number of the model.

use super::context::Context;
use super::form;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::Saying;

/// What to do about an uncertain number of a category.
pub const OF_A_CATEGORY: &str = "fix-brands-uncertain";

/// The plain number `key`, if it is given and sound; `remedy` says what to do about an uncertain one.
pub fn stated(ctx: &mut Context, table: &mut Reader, key: &'static str, remedy: &'static str) -> Option<f64> {
    let path = table.path_of(key);
    let entry = ctx.key(&path);
    let value = table.value(key)?;
    let stated = form::stated(ctx, &path, value, entry)?;
    if !stated.distribution.is_certain() {
        let (found, expected) = (Saying::new("found-uncertain"), Saying::new("expected-plain-number"));
        ctx.fault(Fault::kind(&path, found, expected, Saying::new(remedy)), &value.span());
        return None;
    }
    Some(stated.distribution.central())
}

/// The same, or its default; where there is neither, a fault is noted, and 0 stands in for it.
pub fn required(ctx: &mut Context, table: &mut Reader, key: &'static str, remedy: &'static str) -> f64 {
    let path = table.path_of(key);
    let entry = ctx.key(&path);
    if table.value(key).is_some() {
        return stated(ctx, table, key, remedy).unwrap_or(0.0);
    }
    let default = entry.default_distribution().map(|distribution| distribution.central());
    if default.is_none() {
        table.missing(ctx, entry, &path, "= ..");
    }
    default.unwrap_or(0.0)
}
