//! `[[program.retention_offer]]`: something for those who say that they are going.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// An offer to customers who call before they go.
#[derive(Debug, Clone)]
pub struct RetentionOffer {
    /// Share of those who are about to leave who say so first.
    pub calls: NumberId,
    /// What they are offered off the price.
    pub discount: NumberId,
    /// For so many months.
    pub months: NumberId,
    /// Share of those who accept who have learnt that threats pay.
    pub learn: NumberId,
}

impl Kind for RetentionOffer {
    const FACTS: KindFacts = KindFacts {
        key: "retention_offer",
        reach: Reach::Everybody,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Refused,
        easily_copied: true,
        serves: &[Phase::Lapse],
        books: &[Book::Discounts],
    };
}

impl RetentionOffer {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            calls: table.number(ctx, "calls"),
            discount: table.number(ctx, "discount"),
            months: table.number(ctx, "months"),
            learn: table.number(ctx, "learn"),
        }
    }
}
