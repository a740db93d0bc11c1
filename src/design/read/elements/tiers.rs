//! `[[program.tiers]]`: status levels by yearly spend.

use super::super::{required_steps, rising, unique_name};
use super::{Context, ElementKind, Reader, limits};
use crate::design::Tier;

/// Reads one scheme of tiers.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    let mut names = Vec::new();
    let mut tiers = Vec::new();
    for mut step in required_steps(ctx, table, limits::TIERS) {
        let name = step.text(ctx, "name");
        unique_name(ctx, "tier", &mut names, &name, step.span_of("name"));
        tiers.push(Tier {
            name,
            spend_per_year: step.number(ctx, "spend_per_year"),
            discount: step.number(ctx, "discount"),
            earn_multiple: step.number(ctx, "earn_multiple"),
            recognition: step.number(ctx, "recognition"),
            cost_per_member_per_year: step.number(ctx, "cost_per_member_per_year"),
        });
        step.finish(ctx);
    }
    rising(ctx, tiers.iter().map(|tier| tier.spend_per_year));
    ElementKind::Tiers { tiers, grace_months: table.number(ctx, "grace_months") }
}
