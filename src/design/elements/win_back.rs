//! `[[program.win_back]]`: something for those who have left, if they come back.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// An offer to customers who have left.
#[derive(Debug, Clone)]
pub struct WinBack {
    /// Those are asked who left within so many months.
    pub within_months: NumberId,
    /// What they are offered off the price.
    pub discount: NumberId,
    /// For so many months.
    pub months: NumberId,
    /// Money for a gift to those who come back.
    pub gift: NumberId,
    /// Money for each of those asked.
    pub cost_per_contact: NumberId,
    /// Share of those who have left who can be reached.
    pub reached: NumberId,
    /// Share of those reached who come back for a usual offer.
    pub returns: NumberId,
    /// The same of those whom a failure or bad treatment drove away, as a share of it.
    pub after_failure: NumberId,
    /// Share of those who come back who have learnt that leaving pays.
    pub learn: NumberId,
}

impl Kind for WinBack {
    const FACTS: KindFacts = KindFacts {
        key: "win_back",
        reach: Reach::Everybody,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Refused,
        easily_copied: true,
        serves: &[Phase::WinBack],
        books: &[Book::Discounts, Book::Running, Book::Gifts],
    };
}

impl WinBack {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            within_months: table.number(ctx, "within_months"),
            discount: table.number(ctx, "discount"),
            months: table.number(ctx, "months"),
            gift: table.number(ctx, "gift"),
            cost_per_contact: table.number(ctx, "cost_per_contact"),
            reached: table.number(ctx, "reached"),
            returns: table.number(ctx, "returns"),
            after_failure: table.number(ctx, "after_failure"),
            learn: table.number(ctx, "learn"),
        }
    }
}
