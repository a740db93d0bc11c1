//! A customer has one points account and one tier: two schemes at the same time cannot be told apart.

use super::Context;
use crate::design::fault::Fault;
use crate::design::{Element, ElementKind};
use std::mem::discriminant;
use std::ops::Range;

/// Notes a fault if the last element collides with one before it.
pub fn check(ctx: &mut Context, elements: &[Element], span: &Range<usize>) {
    let Some((last, before)) = elements.split_last() else { return };
    if !matches!(last.kind, ElementKind::Points { .. } | ElementKind::Tiers { .. }) {
        return;
    }
    for other in before.iter().filter(|other| discriminant(&other.kind) == discriminant(&last.kind)) {
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

fn can_use(element: &Element, segment: usize) -> bool {
    element.segments.is_empty() || element.segments.contains(&segment)
}
