//! `[[program.prize_draw]]`: prizes drawn among those entitled.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::PrizeDraw {
        prizes_per_month: table.number(ctx, "prizes_per_month"),
        prize_cost: table.number(ctx, "prize_cost"),
        excitement: table.number(ctx, "excitement"),
        odds_that_halve: table.number(ctx, "odds_that_halve"),
        disappointment: table.number(ctx, "disappointment"),
    }
}
