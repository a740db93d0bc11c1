//! `[[program.subscription]]`: a paid membership.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Subscription {
        fee_per_year: table.number(ctx, "fee_per_year"),
        discount: table.number(ctx, "discount"),
        take_up: table.number(ctx, "take_up"),
        overconfident: table.number(ctx, "overconfident"),
        decides_chance: table.number(ctx, "decides_chance"),
        renewal: table.number(ctx, "renewal"),
        sunk_cost: table.number(ctx, "sunk_cost"),
        lift: table.number(ctx, "lift"),
        resentment: table.number(ctx, "resentment"),
    }
}
