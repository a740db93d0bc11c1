//! `[[program.charges]]`: fees and penalties that customers did not ask for.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Fees and penalties that customers did not ask for.
#[derive(Debug, Clone)]
pub struct Charges {
    /// Money per purchase of those charged.
    pub fee_per_purchase: NumberId,
    /// Share of customers charged.
    pub charged: NumberId,
    /// Monthly loss of their attachment.
    pub resentment: NumberId,
    /// What it takes off staying, as a share of spend.
    pub burden: NumberId,
}

impl Kind for Charges {
    const FACTS: KindFacts = KindFacts {
        key: "charges",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Fine,
        easily_copied: false,
        serves: &[],
        books: &[Book::Fees],
    };
}

impl Charges {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            fee_per_purchase: table.number(ctx, "fee_per_purchase"),
            charged: table.number(ctx, "charged"),
            resentment: table.number(ctx, "resentment"),
            burden: table.number(ctx, "burden"),
        }
    }
}
