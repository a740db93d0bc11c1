//! `[[program.subscription]]`: a paid membership.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// A paid membership.
#[derive(Debug, Clone)]
pub struct Subscription {
    /// Money per year.
    pub fee_per_year: NumberId,
    /// Discount of subscribers.
    pub discount: NumberId,
    /// Share of those for whom it pays who subscribe.
    pub take_up: NumberId,
    /// Share of those for whom it does not pay who subscribe all the same.
    pub overconfident: NumberId,
    /// Chance a month that one of these decides.
    pub decides_chance: NumberId,
    /// Share of those for whom it does not pay who renew.
    pub renewal: NumberId,
    /// What having paid adds to staying, as a share of spend, right after paying.
    pub sunk_cost: NumberId,
    /// Rise of subscribers' rate.
    pub lift: NumberId,
    /// Monthly loss of attachment in a month not used.
    pub resentment: NumberId,
}

impl Kind for Subscription {
    const FACTS: KindFacts = KindFacts {
        key: "subscription",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::Earned,
        rests: true,
        twice: Twice::Refused,
        easily_copied: false,
        serves: &[Phase::Lapse],
        books: &[Book::Discounts, Book::Fees],
    };

    fn discounts(&self) -> Vec<NumberId> {
        vec![self.discount]
    }
}

impl Subscription {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            fee_per_year: table.number(ctx, "fee_per_year"),
            discount: table.number(ctx, "discount"),
            take_up: table.number(ctx, "take_up"),
            overconfident: table.number(ctx, "overconfident"),
            decides_chance: table.number(ctx, "decides_chance"),
            renewal: table.number(ctx, "renewal"),
            sunk_cost: table.number(ctx, "sunk_cost"),
            lift: table.number(ctx, "lift"),
            resentment: table.number(ctx, "resentment"),
        }
    }
}
