//! `[[program.charges]]`: fees and penalties that customers did not ask for.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Charges {
        fee_per_purchase: table.number(ctx, "fee_per_purchase"),
        charged: table.number(ctx, "charged"),
        resentment: table.number(ctx, "resentment"),
        burden: table.number(ctx, "burden"),
    }
}
