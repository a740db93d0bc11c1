//! `[program.transition]`: what becomes of what members of today's program have.

use super::checks::reversed;
use super::context::{Context, meant, shortened};
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{Points, PointsThen, Program, Tiers, Today, Transition};

/// No tier, as a word.
const NONE: &str = "none";

/// Reads the transition of a program, where one runs already.
pub fn transition(
    ctx: &mut Context,
    program: &mut Reader,
    today: Option<&Today>,
    proposed: &Program,
) -> Option<Transition> {
    let Some(today) = today else {
        if program.value("transition").is_some() {
            let (reason, remedy) = (Saying::new("reason-no-today"), Saying::new("fix-no-today-to-leave"));
            let fault = Fault::not_here("program.transition", reason, remedy);
            ctx.fault(fault, &program.span_of("transition"));
        }
        return None;
    };
    let span = program.span_of("transition");
    let mut table = program.table_or_default(ctx, "transition");
    let points = table.choice(ctx, "points", PointsThen::WORDS);
    let points_until = not_before_launch(ctx, &mut table, "points_until", proposed.launch);
    let transition = Transition {
        announced_months: table.number(ctx, "announced_months"),
        points,
        points_rate: table.number(ctx, "points_rate"),
        points_until: points_until.unwrap_or(proposed.launch),
        tiers_as: tiers_as(ctx, &mut table, today, proposed),
        tiers_until: not_before_launch(ctx, &mut table, "tiers_until", proposed.launch),
        join_anew: table.choice(ctx, "members", &[("moved", false), ("join_anew", true)]),
        rejoin_share: table.number(ctx, "rejoin_share"),
        discounts_kept_months: table.number(ctx, "discounts_kept_months"),
    };
    table.finish(ctx);
    if leaves_points_nowhere(today, proposed, points) {
        let needs = Fault::nowhere("program.transition.points");
        ctx.fault(needs, &span);
    }
    Some(transition)
}

fn not_before_launch(
    ctx: &mut Context,
    table: &mut Reader,
    key: &'static str,
    launch: usize,
) -> Option<usize> {
    let month = table.month_index(ctx, key)?;
    if month < launch {
        let path = table.path_of(key);
        reversed(ctx, (&path, month), ("program.launch", launch), &table.span_of(key));
    }
    Some(month)
}

/// Points that are kept need a scheme in which they can be spent.
fn leaves_points_nowhere(today: &Today, proposed: &Program, points: PointsThen) -> bool {
    let kept = matches!(points, PointsThen::Kept | PointsThen::Converted);
    let has = today.program_from_the_start(usize::MAX).has::<Points>();
    kept && has && !proposed.has::<Points>()
}

/// The level that members of each of today's tiers get.
fn tiers_as(ctx: &mut Context, table: &mut Reader, today: &Today, proposed: &Program) -> Vec<usize> {
    let names = |program: &Program| -> Vec<String> {
        let first = program.all::<Tiers>().next();
        first.map_or(Vec::new(), |(_, scheme)| scheme.tiers.iter().map(|tier| tier.name.clone()).collect())
    };
    let (before, after) = (names(&today.program), names(proposed));
    let lost = table.choice(ctx, "tiers", &[("kept", false), ("lost", true)]);
    if table.value("tiers_as").is_some() {
        return named(ctx, table, before.len(), &after);
    }
    if lost || after.is_empty() {
        return vec![0; before.len()];
    }
    if after.len() < before.len() {
        let fault = Fault::unmatched_tiers("program.transition.tiers", before.len(), after.len());
        ctx.fault(fault, &table.span);
    }
    (1..=before.len()).collect()
}

/// The levels named for so many tiers.
fn named(ctx: &mut Context, table: &mut Reader, tiers: usize, after: &[String]) -> Vec<usize> {
    let (path, span) = (table.path_of("tiers_as"), table.span_of("tiers_as"));
    let given = table.texts(ctx, "tiers_as");
    if given.len() != tiers {
        let remedy = Saying::new("fix-tiers-as").with("count", tiers);
        ctx.fault(Fault::count(&path, given.len(), (tiers, tiers), remedy), &span);
    }
    let mut levels = Vec::new();
    for (name, span) in given {
        let level = after.iter().position(|tier| *tier == name).map(|place| place + 1);
        if level.is_none() && name != NONE {
            let all = || after.iter().map(String::as_str).chain([NONE]);
            let remedy = match meant(&name, all()) {
                Some(close) => Saying::new("fix-meant-text").with("word", close),
                None => Saying::new("fix-tiers").with("tiers", Arg::all_of(all())),
            };
            ctx.fault(Fault::unknown_tier(&path, shortened(&name), remedy), &span);
        }
        levels.push(level.unwrap_or(0));
    }
    levels
}
