//! `[[program.gift_card]]`: prepaid cards that customers give to others.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Prepaid cards that customers give to others.
#[derive(Debug, Clone)]
pub struct GiftCard {
    /// Money on cards sold per purchase.
    pub sold_per_purchase: NumberId,
    /// Money on one card.
    pub value: NumberId,
    /// Chance a month that a card is used.
    pub use_chance: NumberId,
    /// Share of cards never used.
    pub forgotten: NumberId,
    /// Months after which cards lapse; 0 means never.
    pub expiry_months: NumberId,
    /// Share that holders would have spent here anyway.
    pub displaced: NumberId,
    /// What holders add, as a share.
    pub overspend: NumberId,
    /// Chance that a card used brings a new customer.
    pub brings_friend: NumberId,
}

impl Kind for GiftCard {
    const FACTS: KindFacts = KindFacts {
        key: "gift_card",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Refused,
        easily_copied: true,
        serves: &[Phase::Welcome],
        books: &[Book::Finance, Book::CardBreakage, Book::CardsOwed],
    };
}

impl GiftCard {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            sold_per_purchase: table.number(ctx, "sold_per_purchase"),
            value: table.number(ctx, "value"),
            use_chance: table.number(ctx, "use_chance"),
            forgotten: table.number(ctx, "forgotten"),
            expiry_months: table.number(ctx, "expiry_months"),
            displaced: table.number(ctx, "displaced"),
            overspend: table.number(ctx, "overspend"),
            brings_friend: table.number(ctx, "brings_friend"),
        }
    }
}
