//! `[[program.special_terms]]`: demands for special terms are answered in another way than today.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Another answer to demands for special terms than today's.
#[derive(Debug, Clone)]
pub struct SpecialTerms {
    /// Share of the demands granted.
    pub granted: NumberId,
    /// Discount given; today's if absent.
    pub discount: Option<NumberId>,
}

impl Kind for SpecialTerms {
    const FACTS: KindFacts = KindFacts {
        key: "special_terms",
        reach: Reach::Everybody,
        gives: Gives::Money,
        discount: Discount::None,
        rests: false,
        twice: Twice::Refused,
        easily_copied: false,
        serves: &[Phase::Lapse],
        books: &[Book::Discounts],
    };
}

impl SpecialTerms {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self { granted: table.number(ctx, "granted"), discount: table.optional_number(ctx, "discount") }
    }
}
