//! `[[program.guarantee]]`: money back.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Money back.
#[derive(Debug, Clone)]
pub struct Guarantee {
    /// Share of sales returned.
    pub returns: NumberId,
    /// What is lost on a return, as a share of its price.
    pub loss_on_return: NumberId,
    /// Share of failures resolved at once by it.
    pub claims: NumberId,
    /// Rise of the purchase rate by less risk.
    pub lift: NumberId,
    /// New customers drawn by less risk, as a share.
    pub attraction: NumberId,
}

impl Kind for Guarantee {
    const FACTS: KindFacts = KindFacts {
        key: "guarantee",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Doubtful,
        easily_copied: false,
        serves: &[Phase::Welcome],
        books: &[Book::Returns],
    };
}

impl Guarantee {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            returns: table.number(ctx, "returns"),
            loss_on_return: table.number(ctx, "loss_on_return"),
            claims: table.number(ctx, "claims"),
            lift: table.number(ctx, "lift"),
            attraction: table.number(ctx, "attraction"),
        }
    }
}
