//! Pilots that have been played: designs and lucks that agree in what a pilot depends on share it.

use super::block::Block;
use super::cast::{Calibrated, Cast, Pilot};
use super::pilot;
use super::totals::Grain;
use crate::plan::Plan;

/// Pilots remembered: those of a design or two under a few truths.
const REMEMBERED: usize = 16;

/// A segment ready to be played, its pilot played unless one like it is remembered.
pub fn calibrate<'a>(plan: &'a Plan, index: usize, block: &mut Block) -> Calibrated<'a> {
    let declared = &plan.segments[index];
    let today = plan.service_today(index);
    let known = block
        .pilots
        .iter()
        .position(|p| p.today == *today && p.declared == *declared && has_past(p, plan, index));
    if let Some(at) = known {
        block.pilots[..=at].rotate_right(1);
        return again(plan, index, &block.pilots[0]);
    }
    let calibrated = pilot::calibrate(plan, index, block);
    block.pilots.truncate(REMEMBERED - 1);
    block.pilots.insert(0, remembered(&calibrated));
    calibrated
}

/// Whether a pilot has had the past of a plan.
fn has_past(pilot: &Pilot, plan: &Plan, index: usize) -> bool {
    match (&pilot.past, &plan.past) {
        (None, None) => true,
        (Some([months, year]), Some(past)) => *months == past.months[index] && *year == past.year[index],
        _ => false,
    }
}

fn remembered(calibrated: &Calibrated) -> Pilot {
    let Calibrated {
        cast, declared, intercepts, touchpoints, histories, newcomers, correlation, stood, ..
    } = calibrated;
    Pilot {
        declared: (*declared).clone(),
        today: *cast.plan.service_today(cast.index),
        past: cast.plan.past.as_ref().map(|past| [&past.months, &past.year].map(|of| of[cast.index].clone())),
        recipe: cast.recipe.clone(),
        traits: cast.traits,
        start: cast.start.clone(),
        intercepts: *intercepts,
        touchpoints: touchpoints.clone(),
        histories: *histories,
        newcomers: newcomers.clone(),
        correlation: *correlation,
        stood: *stood,
    }
}

fn again<'a>(plan: &'a Plan, index: usize, known: &Pilot) -> Calibrated<'a> {
    let declared = &plan.segments[index];
    Calibrated {
        lifetime: pilot::lifetime(plan, declared, &known.recipe),
        cast: Cast {
            plan,
            index,
            recipe: known.recipe.clone(),
            traits: known.traits,
            start: known.start.clone(),
            partings: plan.partings(index),
            grain: Grain::of(declared.basket.get()),
        },
        declared,
        intercepts: known.intercepts,
        touchpoints: known.touchpoints.clone(),
        histories: known.histories,
        newcomers: known.newcomers.clone(),
        correlation: known.correlation,
        stood: known.stood,
    }
}
