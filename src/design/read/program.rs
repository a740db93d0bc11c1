//! `[program]`: the program proposed.

use super::checks::reversed;
use super::context::Context;
use super::elements::elements;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::{PointsAtStop, Program, Stacking};

/// Reads `[program]` with its elements, if the design has one.
pub fn program(ctx: &mut Context, top: &mut Reader) -> Option<Program> {
    let mut table = top.table(ctx, "program")?;
    let name = table.text(ctx, "name");
    let launch = table.required_month_index(ctx, "launch");
    let stop = table.end_index(ctx, "stop");
    if let Some(stop) = stop.filter(|&stop| stop <= launch) {
        reversed(ctx, ("program.stop", stop), ("program.launch", launch), &table.span_of("stop"));
    }
    let stop = stop.filter(|&stop| launch < stop && stop < ctx.horizon);
    let program = Program {
        name,
        launch,
        stop,
        entry_purchases: table.number(ctx, "entry_purchases"),
        entry_tenure_months: table.number(ctx, "entry_tenure_months"),
        willing: table.number(ctx, "willing"),
        joins_per_visit: table.number(ctx, "joins_per_visit"),
        setup_cost: table.number(ctx, "setup_cost"),
        cost_per_month: table.number(ctx, "cost_per_month"),
        cost_per_member_per_year: table.number(ctx, "cost_per_member_per_year"),
        notice_months: table.number(ctx, "notice_months"),
        points_at_stop: table.choice(ctx, "points_at_stop", PointsAtStop::WORDS),
        stacking: table.choice(ctx, "stacking", Stacking::WORDS),
        elements: elements(ctx, &mut table, launch, stop),
    };
    if program.elements.is_empty() {
        ctx.fault(Fault::no_elements(), &table.span);
    }
    table.finish(ctx);
    Some(program)
}
