//! `[[program.fast_response]]`: some customers get an answer much faster than promised.

use super::kind::{Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::fault::Fault;
use crate::design::numbers::NumberId;
use crate::design::read::context::{Context, meant, shortened};
use crate::design::read::table::Reader;
use crate::design::saying::{Arg, Saying};

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
        serves: &[Phase::Lapse],
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
        let (remedy, allowed) = match meant(&name, all()) {
            Some(close) => (Saying::new("fix-meant-text").with("word", close), Arg::any_of(all())),
            None if ctx.touchpoints.is_empty() => {
                (Saying::new("fix-no-touchpoint"), Saying::new("allowed-touchpoint").into())
            }
            None => (Saying::new("fix-choose"), Arg::any_of(all())),
        };
        let fault = Fault::choice(&table.path_of("touchpoint"), shortened(&name), allowed, remedy);
        ctx.fault(fault, &table.span_of("touchpoint"));
    }
    known
}
