//! `[[program.club]]`: privileges that cost little and mean much.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Club {
        recognition: table.number(ctx, "recognition"),
        crowding: table.number(ctx, "crowding"),
        lift: table.number(ctx, "lift"),
    }
}
