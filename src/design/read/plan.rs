//! `[plan]`: what belongs to a program but cannot be simulated.

use super::context::Context;
use super::table::Reader;
use crate::design::PlanItem;

/// The lines that the design has, with what they say.
pub fn plan(ctx: &mut Context, top: &mut Reader) -> Vec<(PlanItem, String)> {
    let mut table = top.table_or_default(ctx, "plan");
    let mut plan = Vec::new();
    for &item in PlanItem::ALL {
        if table.value(item.key()).is_some() {
            plan.push((item, table.text(ctx, item.key())));
        }
    }
    table.finish(ctx);
    plan
}
