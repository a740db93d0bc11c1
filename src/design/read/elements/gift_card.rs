//! `[[program.gift_card]]`: prepaid cards that customers give to others.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::GiftCard {
        sold_per_purchase: table.number(ctx, "sold_per_purchase"),
        value: table.number(ctx, "value"),
        use_chance: table.number(ctx, "use_chance"),
        forgotten: table.number(ctx, "forgotten"),
        expiry_months: table.number(ctx, "expiry_months"),
        displaced: table.number(ctx, "displaced"),
        overspend: table.number(ctx, "overspend"),
        brings_friend: table.number(ctx, "brings_friend"),
    }
}
