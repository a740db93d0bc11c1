//! `[[program.mystery_shopping]]`: visits of unknown testers, whose findings are talked over with staff.

use super::{Context, ElementKind, Reader};

/// Reads one.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::MysteryShopping {
        visits_per_month: table.number(ctx, "visits_per_month"),
        cost_per_visit: table.number(ctx, "cost_per_visit"),
        raises_experience_by: table.number(ctx, "raises_experience_by"),
        prevents_forgetting: table.number(ctx, "prevents_forgetting"),
        narrows_gap: table.number(ctx, "narrows_gap"),
    }
}
