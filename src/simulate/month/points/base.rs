//! What purchases earn before levels and events, and how much of it a year allows.

use crate::plan::PointsTerms;
use crate::random::math::whole;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// The most points one customer can earn in a month: keeps a horizon's sum within 32 bits.
pub const MOST: f32 = 1.6e7;
/// More points than a customer can have.
const ALL: f32 = 2.0e9;

/// Points that the month's purchases of a row earn at the base rate.
pub fn usual(now: &Circumstances, scratch: &Scratch, row: usize) -> f32 {
    let terms = &now.levers.points;
    let paid = scratch.list[row] * (1.0 - scratch.discount[row]);
    let with_points = if terms.earning.money_only && !terms.rewards {
        scratch.redeemed[row] as f32 * terms.value
    } else {
        0.0
    };
    terms.earning.of(paid - with_points, scratch.count[row]) * terms.earn
}

/// What of points earned here this year's bound still allows.
pub fn within_year(terms: &PointsTerms, state: &mut State, row: usize, points: i32) -> i32 {
    if terms.most_in_year == f32::INFINITY {
        return points;
    }
    let allowed = points.min((whole(terms.most_in_year, ALL) - state.in_year[row]).max(0));
    state.in_year[row] += allowed;
    allowed
}
