//! `[plan]`: what belongs to a program but cannot be simulated.

use super::context::Context;
use super::table::Reader;
use crate::design::{Joining, PlanItem};

/// The lines that the design has, with what they say; and what joining asks of a customer.
pub fn plan(ctx: &mut Context, top: &mut Reader) -> (Vec<(PlanItem, String)>, Joining) {
    let mut table = top.table_or_default(ctx, "plan");
    let mut plan = Vec::new();
    for &item in PlanItem::ALL {
        if table.value(item.key()).is_some() {
            plan.push((item, table.text(ctx, item.key())));
        }
    }
    let mut stated = |key| table.value(key).is_some().then(|| table.integer(ctx, key).max(0) as u64);
    let joining = Joining { steps: stated("joining_steps"), fields: stated("joining_fields") };
    table.finish(ctx);
    (plan, joining)
}
