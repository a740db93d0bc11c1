//! `[[program.gift]]`: a gift on a day of the year.

use super::{Context, ElementKind, Reader};
use crate::design::Occasion;

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Gift {
        occasion: table.choice(ctx, "occasion", Occasion::WORDS),
        cost_per_gift: table.number(ctx, "cost_per_gift"),
        fits: table.number(ctx, "fits"),
        delight: table.number(ctx, "delight"),
        harm: table.number(ctx, "harm"),
    }
}
