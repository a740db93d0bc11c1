//! `[[program.contest]]`: a contest that some take part in.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Contest {
        taking_part: table.number(ctx, "taking_part"),
        prizes_per_month: table.number(ctx, "prizes_per_month"),
        excitement: table.number(ctx, "excitement"),
        involvement: table.number(ctx, "involvement"),
        disappointment: table.number(ctx, "disappointment"),
        attraction: table.number(ctx, "attraction"),
    }
}
