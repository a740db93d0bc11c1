//! `[[program.fast_response]]`: some customers get an answer much faster than promised.

use super::kind::{Discount, Gives, Kind, KindFacts, Reach, Twice};
use crate::design::fault::Fault;
use crate::design::numbers::NumberId;
use crate::design::read::context::{Context, listed, meant, shortened};
use crate::design::read::table::Reader;

/// Some customers get an answer much faster than promised.
#[derive(Debug, Clone)]
pub struct FastResponse {
    /// Share of those who meet the touchpoint (of all customers, if none is named) that are answered fast.
    pub reaches: NumberId,
    /// Lift of their answers at first, in standard deviations.
    pub lift: NumberId,
    /// Place of the touchpoint among the design's.
    pub touchpoint: Option<usize>,
}

impl Kind for FastResponse {
    const FACTS: KindFacts = KindFacts {
        key: "fast_response",
        reach: Reach::Everybody,
        gives: Gives::Service,
        discount: Discount::None,
        rests: true,
        twice: Twice::Refused,
        easily_copied: false,
        books: &[],
    };
}

impl FastResponse {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            reaches: table.number(ctx, "reaches"),
            lift: table.number(ctx, "lift"),
            touchpoint: touchpoint(ctx, table),
        }
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
