//! Numbers that are parts of a whole.

use super::context::Context;
use crate::design::NumberId;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use std::ops::Range;

/// Numbers that are divided by their sum after they have been drawn.
pub type Group = Vec<NumberId>;

/// How far the sum of stated shares may be from 1: they are rounded by hand.
const ROUNDING: f64 = 0.005;
/// Digits after the point of a sum that is told.
const DECIMALS: i32 = 4;

/// Adds the group, and notes a fault if its central values do not add up to 1; one that was refused is reported already.
pub fn sum_to_one(
    ctx: &mut Context,
    what: Saying,
    members: Group,
    span: Range<usize>,
    groups: &mut Vec<Group>,
) {
    let sum: f64 = members.iter().map(|&id| ctx.central(id)).sum();
    if ctx.are_sound(&members) {
        is_whole(ctx, what, sum, &span);
    }
    groups.push(members);
}

/// Notes a fault if shares do not add up to 1.
pub fn is_whole(ctx: &mut Context, what: Saying, sum: f64, span: &Range<usize>) {
    if (sum - 1.0).abs() <= ROUNDING {
        return;
    }
    let remedy = Saying::new(if sum < 1.0 { "fix-shares-low" } else { "fix-shares-high" });
    let remedy = remedy.with("gap", Arg::rounded((1.0 - sum).abs(), DECIMALS));
    ctx.fault(Fault::shares(what, Arg::rounded(sum, DECIMALS), remedy), span);
}
