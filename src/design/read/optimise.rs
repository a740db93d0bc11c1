//! `[optimise]`: what may be changed, what is to be improved, what must hold.

use super::context::Context;
use super::limits;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::Saying;
use crate::design::{GoalBound, Limit, NumberId, Optimise, OptimiseLever};

/// Reads `[optimise]`, if the design has it.
pub fn optimise(ctx: &mut Context, top: &mut Reader) -> Option<Optimise> {
    let mut table = top.table(ctx, "optimise")?;
    let objectives: Vec<String> = table.texts(ctx, "objectives").into_iter().map(|(word, _)| word).collect();
    if objectives.is_empty() {
        table.missing(ctx, ctx.key("optimise.objectives"), "optimise.objectives", "= [\"npv\"]");
    }
    let levers: Vec<OptimiseLever> =
        table.tables(ctx, "lever", limits::LEVERS).into_iter().map(|lever| self::lever(ctx, lever)).collect();
    if levers.is_empty() {
        ctx.fault(Fault::missing("optimise.lever", Saying::new("fix-no-lever")), &table.span);
    }
    let constraints = table.tables(ctx, "constraint", limits::CONSTRAINTS);
    let constraints = constraints.into_iter().filter_map(|limit| self::limit(ctx, limit)).collect();
    table.finish(ctx);
    Some(Optimise { objectives, levers, constraints })
}

fn lever(ctx: &mut Context, mut table: Reader) -> OptimiseLever {
    let lever = OptimiseLever {
        path: table.text(ctx, "path"),
        low: table.number(ctx, "low"),
        high: table.number(ctx, "high"),
        step: table.optional_number(ctx, "step"),
    };
    for id in [Some(lever.low), Some(lever.high), lever.step].into_iter().flatten() {
        certain(ctx, id);
    }
    let (low, high) = (ctx.central(lever.low), ctx.central(lever.high));
    if let Some(span) = ctx.numbers[lever.high]
        .span
        .clone()
        .filter(|_| high <= low && ctx.are_sound(&[lever.low, lever.high]))
    {
        let reason = Saying::new("reason-no-choice").with("low", low).with("high", high);
        ctx.fault(Fault::order(&table.path_of("high"), reason, Saying::new("fix-no-choice")), &span);
    }
    table.finish(ctx);
    lever
}

fn limit(ctx: &mut Context, mut table: Reader) -> Option<Limit> {
    let measure = table.text(ctx, "measure");
    let (least, most) = (table.optional_number(ctx, "at_least"), table.optional_number(ctx, "at_most"));
    let limit = match (least, most) {
        (Some(value), None) => Some(Limit { measure, bound: GoalBound::AtLeast, value }),
        (None, Some(value)) => Some(Limit { measure, bound: GoalBound::AtMost, value }),
        (Some(_), Some(_)) => {
            let (one, other) = ("at_least", "at_most");
            ctx.fault(Fault::both(table.called(), one, other), &table.span_of("at_most"));
            None
        }
        (None, None) => {
            let fault = Fault::missing(&table.path_of("at_most"), Saying::new("fix-limit-without-bound"));
            ctx.fault(fault, &table.span);
            None
        }
    };
    for value in [least, most].into_iter().flatten() {
        certain(ctx, value);
    }
    table.finish(ctx);
    limit
}

/// Notes a fault if a number that must be plain is uncertain.
fn certain(ctx: &mut Context, id: NumberId) {
    let number = &ctx.numbers[id];
    if let Some(span) = number.span.clone().filter(|_| !number.distribution.is_certain()) {
        let (found, expected) = (Saying::new("found-uncertain"), Saying::new("expected-plain-number"));
        let fault = Fault::kind(&number.path, found, expected, Saying::new("fix-choice-uncertain"));
        ctx.fault(fault, &span);
    }
}
