//! `[[program.points]]`: points earned on purchases and spent on later ones.

use super::{Context, ElementKind, Reader};
use crate::design::Devaluation;

/// Reads one points scheme.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Points {
        earn: table.number(ctx, "earn"),
        point_value: table.number(ctx, "point_value"),
        cost_share: table.number(ctx, "cost_share"),
        minimum_to_redeem: table.number(ctx, "minimum_to_redeem"),
        redeem_chance: table.number(ctx, "redeem_chance"),
        expiry_months: table.number(ctx, "expiry_months"),
        welcome_points: table.number(ctx, "welcome_points"),
        devaluation: Devaluation {
            month: table.month_index(ctx, "devalued_in"),
            by: table.number(ctx, "devalued_by"),
            notice_months: table.number(ctx, "devaluation_notice_months"),
        },
    }
}
