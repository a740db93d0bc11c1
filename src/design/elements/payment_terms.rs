//! `[[program.payment_terms]]`: credit and instalments.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Credit and instalments.
#[derive(Debug, Clone)]
pub struct PaymentTerms {
    /// Share of sales on credit.
    pub take_up: NumberId,
    /// Months of credit.
    pub months: NumberId,
    /// Share of credit sales never paid.
    pub bad_debt: NumberId,
    /// Interest that customers pay, per year.
    pub interest_per_year: NumberId,
    /// Rise of the purchase rate.
    pub lift: NumberId,
}

impl Kind for PaymentTerms {
    const FACTS: KindFacts = KindFacts {
        key: "payment_terms",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Doubtful,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Finance, Book::Fees],
    };
}

impl PaymentTerms {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            take_up: table.number(ctx, "take_up"),
            months: table.number(ctx, "months"),
            bad_debt: table.number(ctx, "bad_debt"),
            interest_per_year: table.number(ctx, "interest_per_year"),
            lift: table.number(ctx, "lift"),
        }
    }
}
