//! A customer has one points account, one tier and one count on a ladder: two schemes at the same time cannot be told apart.

use super::{Context, Saying};
use crate::design::fault::Fault;
use crate::design::{
    Element, Expiry, Gift, Occasion, Partner, Points, PointsEvent, TierBy, Tiers, Twice, Variant,
};
use std::ops::Range;

/// Notes a fault if the last element collides with one before it.
pub fn check(ctx: &mut Context, elements: &[Element], span: &Range<usize>) {
    let Some((last, before)) = elements.split_last() else { return };
    needs_points(ctx, last, before, span);
    expires_sooner(ctx, last, before, span);
    needs_its_tier(ctx, last, before, span);
    for other in before {
        let mut both = last.from.max(other.from)..last.until.min(other.until);
        let month = if compete(other, last) {
            both.next()
        } else if count_apart(ctx, other, last) {
            both.find(|&month| [other, last].iter().all(|e| e.is_due(month, ctx.month(month).month())))
        } else {
            None
        };
        let shared = (0..ctx.segments.len()).find(|&s| last.is_for(s) && other.is_for(s));
        if let (Some(month), Some(segment)) = (month, shared) {
            let fault = Fault::overlap(&other.path, &last.path, ctx.month(month), &ctx.segments[segment]);
            ctx.fault(fault, span);
            return;
        }
    }
}

/// Whether two gifts count what is spent in different periods; several for the same ones are steps.
fn count_apart(ctx: &Context, one: &Element, other: &Element) -> bool {
    let [Some(a), Some(b)] =
        [one, other].map(|e| Gift::of(&e.kind).filter(|g| g.occasion == Occasion::Spend))
    else {
        return false;
    };
    let months = [a, b].map(|gift| &ctx.numbers[gift.within_months].distribution);
    let turns = [one, other].map(|e| e.turn.as_ref().map(|turn| (turn.first, turn.months, turn.cycle)));
    let alike = months.iter().all(|m| m.is_certain()) && months[0].central() == months[1].central();
    !(alike && one.from == other.from && one.calendar == other.calendar && turns[0] == turns[1])
}

/// A coalition has nothing to share without points, an event nothing to multiply, and tiers by points count nothing.
fn needs_points(ctx: &mut Context, last: &Element, before: &[Element], span: &Range<usize>) {
    let counts = Tiers::of(&last.kind).is_some_and(|scheme| scheme.by == TierBy::Points);
    if Partner::of(&last.kind).is_none() && PointsEvent::of(&last.kind).is_none() && !counts {
        return;
    }
    let scheme = |s: usize, other: &Element| {
        Points::of(&other.kind).is_some()
            && other.is_for(s)
            && other.from <= last.from
            && last.until <= other.until
    };
    let alone = (0..ctx.segments.len()).any(|s| last.is_for(s) && !before.iter().any(|o| scheme(s, o)));
    if alone {
        let (needs, remedy) = (Saying::new("needs-points"), Saying::new("fix-needs-points"));
        ctx.fault(Fault::needs(&last.path, needs, remedy), span);
    }
}

/// Promotional points with an expiry of their own go before the others, which go by their age, too.
fn expires_sooner(ctx: &mut Context, last: &Element, before: &[Element], span: &Range<usize>) {
    let Some(&PointsEvent { expiry_months: own, .. }) = PointsEvent::of(&last.kind) else { return };
    if !ctx.are_sound(&[own]) || ctx.central(own) == 0.0 {
        return;
    }
    let is_later = |ctx: &Context, points: &Points| {
        !ctx.are_sound(&[points.expiry_months])
            || points.expiry == Expiry::Age && ctx.central(points.expiry_months) > ctx.central(own)
    };
    let shared = |other: &Element| {
        let together = other.from < last.until && last.from < other.until;
        together && (0..ctx.segments.len()).any(|s| last.is_for(s) && other.is_for(s))
    };
    let mut schemes = before.iter().filter(|e| shared(e)).filter_map(|e| Points::of(&e.kind));
    if !schemes.all(|points| is_later(ctx, points)) {
        let (reason, remedy) = (Saying::new("reason-event-expiry"), Saying::new("fix-event-expiry"));
        let span = ctx.numbers[own].span.clone().unwrap_or_else(|| span.clone());
        ctx.fault(Fault::not_here(&format!("{}.expiry_months", last.path), reason, remedy), &span);
    }
}

/// A tier can only be reached where it is offered: another segment's scheme may have another name for the same level.
fn needs_its_tier(ctx: &mut Context, last: &Element, before: &[Element], span: &Range<usize>) {
    let (level, name) = (last.who.tier, &last.who.tier_name);
    if level == 0 {
        return;
    }
    let offers = |s: usize, other: &Element| {
        let tier = Tiers::of(&other.kind).and_then(|scheme| scheme.tiers.get(level - 1));
        let here = tier.is_some_and(|tier| tier.name == *name);
        here && other.is_for(s) && other.from < last.until && last.from < other.until
    };
    if (0..ctx.segments.len()).any(|s| last.is_for(s) && !before.iter().any(|o| offers(s, o))) {
        let (needs, remedy) = (Saying::new("needs-tier"), Saying::new("fix-needs-tier"));
        ctx.fault(Fault::needs(&last.path, needs, remedy), span);
    }
}

/// Whether two elements keep the same account, or set the same thing anew.
fn compete(one: &Element, other: &Element) -> bool {
    one.facts().twice == Twice::Refused
        && one.facts() == other.facts()
        && one.kind.account() == other.kind.account()
}
