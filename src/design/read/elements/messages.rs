//! `[[program.messages]]`: mailings to members.

use super::{Context, ElementKind, Reader};

/// Reads one series of mailings.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Messages {
        per_month: table.number(ctx, "per_month"),
        cost_per_message: table.number(ctx, "cost_per_message"),
    }
}
