//! `[[program.fast_response]]`: some customers get an answer much faster than promised.

use super::{Context, ElementKind, Reader, listed, meant, shortened};
use crate::design::fault::Fault;

/// Reads one.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::FastResponse {
        reaches: table.number(ctx, "reaches"),
        lift: table.number(ctx, "lift"),
        touchpoint: touchpoint(ctx, table),
    }
}

/// The touchpoint named, by its place.
fn touchpoint(ctx: &mut Context, table: &mut Reader) -> Option<usize> {
    table.value("touchpoint")?;
    let name = table.text(ctx, "touchpoint");
    let known = ctx.touchpoints.iter().position(|touchpoint| *touchpoint == name);
    if known.is_none() && !name.is_empty() {
        let all = || ctx.touchpoints.iter().map(String::as_str);
        let help = match meant(&name, all()) {
            Some(close) => Some(format!("did you mean \"{close}\"?")),
            None if ctx.touchpoints.is_empty() => Some("describe it in a [[touchpoint]]".to_owned()),
            None => None,
        };
        let (path, found) = (table.path_of("touchpoint"), shortened(&name));
        let allowed =
            if ctx.touchpoints.is_empty() { "the name of a touchpoint".to_owned() } else { listed(all()) };
        let span = table.span_of("touchpoint");
        ctx.fault(Fault::Choice { path, found, allowed, help }, &span);
    }
    known
}
