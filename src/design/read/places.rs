//! `[[branch]]` and `[[touchpoint]]`: where customers meet the company.

use super::context::Context;
use super::shares::{Group, sum_to_one};
use super::table::Reader;
use super::{checks::unique_name, limits};
use crate::design::saying::Saying;
use crate::design::{Branch, MAX_BRANCHES, Service, Touchpoint};

/// Reads both.
pub fn places(
    ctx: &mut Context,
    top: &mut Reader,
    service: &Service,
    groups: &mut Vec<Group>,
) -> (Vec<Branch>, Vec<Touchpoint>) {
    (branches(ctx, top, service, groups), touchpoints(ctx, top))
}

/// Reads all branches; one that does not say how it serves does as the whole does.
fn branches(ctx: &mut Context, top: &mut Reader, service: &Service, groups: &mut Vec<Group>) -> Vec<Branch> {
    let (mut names, mut branches) = (Vec::new(), Vec::new());
    for mut table in top.tables(ctx, "branch", MAX_BRANCHES) {
        let branch = Branch {
            name: table.text(ctx, "name"),
            share: table.number(ctx, "share"),
            proper_contacts: table.number_or(ctx, "proper_contacts", service.proper_contacts),
        };
        unique_name(ctx, "thing-branch", &mut names, &branch.name, table.span_of("name"));
        table.finish(ctx);
        branches.push(branch);
    }
    if let [first, ..] = &branches[..]
        && !top.is_cut("branch", MAX_BRANCHES)
    {
        let span = ctx.numbers[first.share].span.clone().unwrap_or(0..0);
        let members = branches.iter().map(|branch: &Branch| branch.share).collect();
        sum_to_one(ctx, Saying::new("shares-branches"), members, span, groups);
    }
    branches
}

/// Reads all touchpoints.
fn touchpoints(ctx: &mut Context, top: &mut Reader) -> Vec<Touchpoint> {
    let (mut names, mut touchpoints) = (Vec::new(), Vec::new());
    for mut table in top.tables(ctx, "touchpoint", limits::TOUCHPOINTS) {
        let touchpoint = Touchpoint {
            name: table.text(ctx, "name"),
            share: table.number(ctx, "share"),
            weight: table.number(ctx, "weight"),
            nps: table.optional_number(ctx, "nps"),
            expected: table.number(ctx, "expected"),
            met: table.number(ctx, "met"),
            demanded: table.number(ctx, "demanded"),
        };
        unique_name(ctx, "thing-touchpoint", &mut names, &touchpoint.name, table.span_of("name"));
        table.finish(ctx);
        touchpoints.push(touchpoint);
    }
    ctx.touchpoints = touchpoints.iter().map(|touchpoint: &Touchpoint| touchpoint.name.clone()).collect();
    touchpoints
}
