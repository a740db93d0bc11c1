//! `[[program.preferential_terms]]`: better prices for pensioners, students and the like.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Better prices for pensioners, students and the like.
#[derive(Debug, Clone)]
pub struct PreferentialTerms {
    /// Discount.
    pub discount: NumberId,
    /// Monthly pull on attachment of being cared for.
    pub care: NumberId,
    /// Monthly loss of attachment of those who feel passed over.
    pub envy: NumberId,
}

impl Kind for PreferentialTerms {
    const FACTS: KindFacts = KindFacts {
        key: "preferential_terms",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::Lasting,
        rests: true,
        twice: Twice::Fine,
        easily_copied: true,
        serves: &[Phase::Lapse],
        books: &[Book::Discounts],
    };

    fn discounts(&self) -> Vec<NumberId> {
        vec![self.discount]
    }
}

impl PreferentialTerms {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            discount: table.number(ctx, "discount"),
            care: table.number(ctx, "care"),
            envy: table.number(ctx, "envy"),
        }
    }
}
