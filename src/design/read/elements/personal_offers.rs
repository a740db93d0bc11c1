//! `[[program.personal_offers]]`: offers chosen for each customer, or the same for all.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::PersonalOffers {
        discount: table.number(ctx, "discount"),
        reach: table.number(ctx, "reach"),
        relevance: table.number(ctx, "relevance"),
        lift: table.number(ctx, "lift"),
        irritation: table.number(ctx, "irritation"),
        cost_per_offer: table.number(ctx, "cost_per_offer"),
    }
}
