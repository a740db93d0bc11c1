//! `[[program.game]]`: a chance of a discount at the till.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Game {
        win_chance: table.number(ctx, "win_chance"),
        discount: table.number(ctx, "discount"),
        excitement: table.number(ctx, "excitement"),
        disappointment: table.number(ctx, "disappointment"),
    }
}
