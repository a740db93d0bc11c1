//! `[[program.special_offer]]`: a discount that comes round every few months.

use super::{Context, ElementKind, Reader};
use crate::design::OpenTo;

/// Reads one offer.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::SpecialOffer {
        discount: table.number(ctx, "discount"),
        every_months: table.number(ctx, "every_months"),
        take_up: table.number(ctx, "take_up"),
        open_to: table.choice(ctx, "open_to", OpenTo::WORDS),
    }
}
