//! Where customers of a program that runs already stand at the start, as far as the design declares it.

use std::borrow::Cow;

use super::block::{Block, block_keys};
use super::pilots;
use super::sample::Part;
use super::scales::{Scales, by_age};
use super::seats::Seats;
use crate::plan::Plan;

/// Rounds in which the share of the willing is scaled.
const ROUNDS: usize = 4;
/// Members so near to the declared share are near enough.
const NEAR: f64 = 0.001;

/// The plan with the share of the willing with which as many are members as declared.
pub fn joined<'p>(plan: &'p Plan, block: &mut Block) -> Cow<'p, Plan> {
    let declared = plan.past.as_ref().and_then(|past| past.stands.members);
    let Some(declared) = declared else { return Cow::Borrowed(plan) };
    let mut plan = plan.clone();
    for _ in 0..ROUNDS {
        let shares = (0..plan.segments.len()).map(|index| {
            let stood = pilots::calibrate(&plan, index, block).stood;
            plan.segments[index].share.get() * stood.map_or(0.0, |stood| stood.members)
        });
        let found: f64 = shares.sum();
        if found <= 0.0 || (found - declared).abs() < NEAR {
            break;
        }
        plan.scale_willing(declared / found);
    }
    Cow::Owned(plan)
}

/// By what the base has to be scaled so that points and habits are as declared; it is played up to the start for that.
pub fn scales(plan: &Plan, seats: &Seats, block: &mut Block) -> Option<Scales> {
    let past = plan.past.as_ref()?;
    let stands = past.stands;
    if stands.points.is_none() && stands.discount.is_none() && past.ages.is_empty() {
        return None;
    }
    let [mut points, mut discounts, mut customers] = [0.0; 3];
    let mut ages = Vec::new();
    for index in 0..plan.segments.len() {
        let segment = pilots::calibrate(plan, index, block);
        let (parts, size, weight) = seats.of(index);
        for (number, of) in (0..).zip(parts) {
            for part in Part::of(of, size) {
                let keys = block_keys(seats.luck(index), index, (number, part.first));
                block.seat(&segment.cast, keys, &part);
                block.live(&segment);
                let [held, taken] = block.held();
                points += weight * held * segment.pack();
                discounts += weight * taken;
                if !past.ages.is_empty() {
                    block.held_by_age(&mut ages, weight * segment.pack());
                }
                customers += weight * part.len() as f64;
            }
        }
    }
    let share = |declared: Option<f64>, found: f64| match declared {
        Some(declared) if found > 0.0 => declared / found,
        _ => 1.0,
    };
    let discount = stands.discount.map(|declared| {
        let mean = discounts / f64::max(customers, 1.0);
        if mean > 0.0 { ((declared / mean) as f32, 0.0) } else { (1.0, declared as f32) }
    });
    let ages = by_age(&past.ages, &ages, stands.points.unwrap_or(points));
    Some(Scales { points: share(stands.points, points), ages, carry: 0.5, discount })
}
