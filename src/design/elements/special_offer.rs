//! `[[program.special_offer]]`: a discount that comes round every few months.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// A discount offer at intervals, used by some.
#[derive(Debug, Clone)]
pub struct SpecialOffer {
    /// Depth.
    pub discount: NumberId,
    /// The offer runs one month in this many.
    pub every_months: NumberId,
    /// Share of those eligible who notice and use it.
    pub take_up: NumberId,
    /// Receipt from which on it holds; 0 is every one.
    pub from_receipt: NumberId,
}

impl Kind for SpecialOffer {
    const FACTS: KindFacts = KindFacts {
        key: "special_offer",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::Passing,
        rests: true,
        twice: Twice::Fine,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Discounts],
    };

    fn discounts(&self) -> Vec<NumberId> {
        vec![self.discount]
    }
}

impl SpecialOffer {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            discount: table.number(ctx, "discount"),
            every_months: table.number(ctx, "every_months"),
            take_up: table.number(ctx, "take_up"),
            from_receipt: table.number(ctx, "from_receipt"),
        }
    }
}
