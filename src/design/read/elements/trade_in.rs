//! `[[program.trade_in]]`: old goods taken in payment.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::TradeIn {
        take_up: table.number(ctx, "take_up"),
        allowance: table.number(ctx, "allowance"),
        resale: table.number(ctx, "resale"),
        lift: table.number(ctx, "lift"),
        pulled_forward: table.number(ctx, "pulled_forward"),
        sooner_months: table.number(ctx, "sooner_months"),
    }
}
