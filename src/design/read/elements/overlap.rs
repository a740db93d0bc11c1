//! A customer has one points account, one tier and one count on a ladder: two schemes at the same time cannot be told apart.

use super::Context;
use crate::design::fault::Fault;
use crate::design::{Element, ElementKind};
use std::mem::discriminant;
use std::ops::Range;

/// Notes a fault if the last element collides with one before it.
pub fn check(ctx: &mut Context, elements: &[Element], span: &Range<usize>) {
    let Some((last, before)) = elements.split_last() else { return };
    for other in before.iter().filter(|other| compete(&other.kind, &last.kind)) {
        let (from, until) = (last.from.max(other.from), last.until.min(other.until));
        let shared = (0..ctx.segments.len()).find(|&s| can_use(last, s) && can_use(other, s));
        if let Some(segment) = shared.filter(|_| from < until) {
            let fault = Fault::Overlap {
                first: format!("`{}`", other.path),
                second: format!("`{}`", last.path),
                month: ctx.month(from).to_string(),
                segment: format!("\"{}\"", ctx.segments[segment]),
            };
            ctx.fault(fault, span);
            return;
        }
    }
}

/// Whether two elements keep the same account.
fn compete(one: &ElementKind, other: &ElementKind) -> bool {
    use ElementKind::{CumulativeDiscount, FastResponse, Points, Tiers};
    match (one, other) {
        (CumulativeDiscount { by: one, .. }, CumulativeDiscount { by: other, .. }) => one == other,
        _ => {
            matches!(one, Points { .. } | Tiers { .. } | FastResponse { .. })
                && discriminant(one) == discriminant(other)
        }
    }
}

fn can_use(element: &Element, segment: usize) -> bool {
    element.segments.is_empty() || element.segments.contains(&segment)
}
