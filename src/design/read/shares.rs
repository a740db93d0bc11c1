//! Numbers that are parts of a whole.

use super::context::Context;
use crate::design::NumberId;
use crate::design::fault::Fault;
use std::ops::Range;

/// Numbers that are divided by their sum after they have been drawn.
pub type Group = Vec<NumberId>;

/// How far the sum of stated shares may be from 1: they are rounded by hand.
const ROUNDING: f64 = 0.005;

/// Adds the group, and notes a fault if its central values do not add up to 1.
pub fn sum_to_one(
    ctx: &mut Context,
    what: &str,
    members: Group,
    span: Range<usize>,
    groups: &mut Vec<Group>,
) {
    let sum: f64 = members.iter().map(|&id| ctx.central(id)).sum();
    if (sum - 1.0).abs() > ROUNDING {
        let gap = rounded((1.0 - sum).abs());
        let help = match sum < 1.0 {
            true => format!("raise them by {gap} in total, or add what is missing"),
            false => format!("lower them by {gap} in total"),
        };
        ctx.fault(Fault::Shares { what: what.to_owned(), sum: rounded(sum), help }, &span);
    }
    groups.push(members);
}

/// At most four decimals, no trailing zeros.
fn rounded(value: f64) -> String {
    ((value * 1e4).round() / 1e4).to_string()
}
