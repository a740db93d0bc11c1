//! `[[program.quality]]`: fewer failures and more even service.

use super::{Context, ElementKind, Reader};

/// Reads one.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Quality {
        failures_per_purchase: table.optional_number(ctx, "failures_per_purchase"),
        unevenness: table.optional_number(ctx, "unevenness"),
    }
}
