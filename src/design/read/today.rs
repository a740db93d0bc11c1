//! `[today]`: the program that runs already.

use super::beneath::Beneath;
use super::context::Context;
use super::points_by_age::points_by_age;
use super::points_issued::most_issued;
use super::program;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{Business, NumberId, Points, Program, Segment, Today};

/// Reads `[today]` with its elements, if the design has one. Its months are counted from the first that is played before the start.
pub fn today(ctx: &mut Context, top: &mut Reader, of: (&Business, &[Segment])) -> Option<Today> {
    let mut table = top.table(ctx, "today")?;
    let Some(launched) = table.month(ctx, "launched") else {
        if table.value("launched").is_none() {
            let path = table.path_of("launched");
            table.missing(ctx, ctx.key(&path), &path, "= \"2019-03\"");
        }
        let _ = program::terms(ctx, &mut table, (0, None), &Beneath::default());
        table.finish(ctx);
        return None;
    };
    let (start, horizon) = (ctx.start, ctx.horizon);
    let age = start.months_since(launched);
    if age < 1 && horizon > 0 {
        let fault = Fault::not_before(&table.path_of("launched"), launched, start);
        ctx.fault(fault, &table.span_of("launched"));
    }
    let months = Today::months_of(age.max(1) as usize);
    if horizon > 0 {
        (ctx.start, ctx.horizon) = (start.plus(-(months as i32)), horizon + months);
        ctx.since = Some(launched);
    }
    let program = program::terms(ctx, &mut table, (0, None), &Beneath::default());
    (ctx.start, ctx.horizon, ctx.since) = (start, horizon, None);
    for element in program.elements.iter().filter(|element| element.is_declared_today()) {
        let (reason, remedy) = (Saying::new("reason-declared-today"), Saying::new("fix-declared-today"));
        let fault = Fault::not_here(&element.path, reason, remedy);
        ctx.fault(fault, &table.span_of(element.facts().key));
    }
    let [members, points_outstanding, usual_discount] = state(ctx, &mut table, &program);
    let most = most_issued(ctx, of, &program, age);
    if let (Some(points), Some(most), true) = (points_outstanding, most, age >= 1 && horizon > 0) {
        were_issued(ctx, &table, points, most);
    }
    let points_by_age = points_by_age(ctx, &mut table, &program);
    table.finish(ctx);
    Some(Today { program, months, members, points_outstanding, points_by_age, usual_discount })
}

/// What is known of the state in which the program is: members, points outstanding, the usual discount.
fn state(ctx: &mut Context, table: &mut Reader, program: &Program) -> [Option<NumberId>; 3] {
    let [members, points_outstanding, usual_discount] =
        ["members", "points_outstanding", "usual_discount"].map(|key| table.optional_number(ctx, key));
    if let Some(points) = points_outstanding {
        are_held(ctx, table, program, (members, points));
    }
    [members, points_outstanding, usual_discount]
}

/// No more points are outstanding than can ever have been issued.
fn were_issued(ctx: &mut Context, table: &Reader, points: NumberId, most: f64) {
    if ctx.are_sound(&[points]) && ctx.central(points) > most {
        let reason = Saying::new("reason-points-not-issued").with("most", Arg::rounded(most, 0));
        let path = table.path_of("points_outstanding");
        let fault = Fault::order(&path, reason, Saying::new("fix-points-not-issued"));
        ctx.fault(fault, &table.span_of("points_outstanding"));
    }
}

/// Points outstanding are points of the program, and somebody's.
fn are_held(
    ctx: &mut Context,
    table: &Reader,
    program: &Program,
    (members, points): (Option<NumberId>, NumberId),
) {
    let nobody = |members: NumberId| {
        ctx.are_sound(&[members, points]) && ctx.central(members) == 0.0 && ctx.central(points) > 0.0
    };
    let (reason, remedy) = if !program.has::<Points>() {
        ("reason-points-of-nothing", "fix-points-of-nothing")
    } else if members.is_some_and(nobody) {
        ("reason-points-of-nobody", "fix-points-of-nobody")
    } else {
        return;
    };
    let path = table.path_of("points_outstanding");
    let fault = Fault::not_here(&path, Saying::new(reason), Saying::new(remedy));
    ctx.fault(fault, &table.span_of("points_outstanding"));
}
