//! `[[program.partner]]`: a coalition of firms with common points.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Partner {
        earned_elsewhere: table.number(ctx, "earned_elsewhere"),
        spent_elsewhere: table.number(ctx, "spent_elsewhere"),
        settlement: table.number(ctx, "settlement"),
        dilution: table.number(ctx, "dilution"),
        attraction: table.number(ctx, "attraction"),
    }
}
