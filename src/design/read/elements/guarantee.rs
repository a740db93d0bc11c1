//! `[[program.guarantee]]`: money back.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Guarantee {
        returns: table.number(ctx, "returns"),
        loss_on_return: table.number(ctx, "loss_on_return"),
        claims: table.number(ctx, "claims"),
        lift: table.number(ctx, "lift"),
        attraction: table.number(ctx, "attraction"),
    }
}
