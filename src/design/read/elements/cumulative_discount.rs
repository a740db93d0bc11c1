//! `[[program.cumulative_discount]]`: a discount that grows with purchases or spend.

use super::super::{required_steps, rising};
use super::{Context, ElementKind, Reader, limits};
use crate::design::{LadderBy, LadderStep};

/// Reads one ladder.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    let by = table.choice(ctx, "by", LadderBy::WORDS);
    let mut steps = Vec::new();
    for mut step in required_steps(ctx, table, limits::LADDER_STEPS) {
        steps.push(LadderStep { from: step.number(ctx, "from"), discount: step.number(ctx, "discount") });
        step.finish(ctx);
    }
    rising(ctx, steps.iter().map(|step| step.from));
    ElementKind::CumulativeDiscount { by, steps }
}
