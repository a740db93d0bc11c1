//! `[[program.trade_in]]`: old goods taken in payment.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Old goods taken in payment.
#[derive(Debug, Clone)]
pub struct TradeIn {
    /// Share of purchases at which something is traded in.
    pub take_up: NumberId,
    /// What is paid for it, as a share of the transaction value.
    pub allowance: NumberId,
    /// What it fetches, as a share of the allowance.
    pub resale: NumberId,
    /// Rise of the purchase rate.
    pub lift: NumberId,
    /// Share of these purchases that only come sooner.
    pub pulled_forward: NumberId,
    /// Months by which they come sooner.
    pub sooner_months: NumberId,
}

impl Kind for TradeIn {
    const FACTS: KindFacts = KindFacts {
        key: "trade_in",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Doubtful,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Returns],
    };
}

impl TradeIn {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            take_up: table.number(ctx, "take_up"),
            allowance: table.number(ctx, "allowance"),
            resale: table.number(ctx, "resale"),
            lift: table.number(ctx, "lift"),
            pulled_forward: table.number(ctx, "pulled_forward"),
            sooner_months: table.number(ctx, "sooner_months"),
        }
    }
}
