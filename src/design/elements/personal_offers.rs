//! `[[program.personal_offers]]`: offers chosen for each customer, or the same for all.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Offers chosen for each customer, or the same for all.
#[derive(Debug, Clone)]
pub struct PersonalOffers {
    /// Depth.
    pub discount: NumberId,
    /// Share of customers reached in a month.
    pub reach: NumberId,
    /// Chance that the offer suits.
    pub relevance: NumberId,
    /// Rise of the rate of those whom it suits, beyond price.
    pub lift: NumberId,
    /// Loss of attachment by an offer that does not suit.
    pub irritation: NumberId,
    /// Money per offer.
    pub cost_per_offer: NumberId,
}

impl Kind for PersonalOffers {
    const FACTS: KindFacts = KindFacts {
        key: "personal_offers",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::Passing,
        rests: true,
        twice: Twice::Fine,
        easily_copied: false,
        serves: &[Phase::Growth, Phase::Lapse],
        books: &[Book::Discounts, Book::Running],
    };

    fn discounts(&self) -> Vec<NumberId> {
        vec![self.discount]
    }
}

impl PersonalOffers {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            discount: table.number(ctx, "discount"),
            reach: table.number(ctx, "reach"),
            relevance: table.number(ctx, "relevance"),
            lift: table.number(ctx, "lift"),
            irritation: table.number(ctx, "irritation"),
            cost_per_offer: table.number(ctx, "cost_per_offer"),
        }
    }
}
