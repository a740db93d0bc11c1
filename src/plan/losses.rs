//! Customers whom a failure drives away at once: whoever has lost something, and is not helped, is gone.

use super::causes;
use super::left::Left;

use crate::design::{Design, Driver, Segment, Truth};

/// Shares of those who meet a failure who do not buy again: of the silent, of those who complain in vain, where it is resolved slowly and
/// where it is resolved fast. Of a trifle nobody; of a minor and of a major loss as TARP 1986 reports.
const AT_ONCE: [[f64; 4]; 3] = [[0.0; 4], [0.63, 0.54, 0.30, 0.05], [0.91, 0.81, 0.46, 0.18]];
/// The most of the leavers declared for quality who can have left at once.
const MOST: f64 = 0.8;

/// Causes under which such customers are booked, the likeliest first.
const BOOKED: [Driver; 6] =
    [Driver::Quality, Driver::Staff, Driver::Constant, Driver::Price, Driver::Drift, Driver::Competition];

/// The chances of leaving at once, by what becomes of the failure. Where the base could not lose so many and still be what it is declared to be,
/// they are all lower.
pub(super) fn at_once(design: &Design, truth: &Truth, segment: &Segment) -> [f32; 4] {
    let severity = truth[design.service.failure_severity].clamp(0.0, 2.0);
    let from = (severity as usize).min(1);
    let part = severity - from as f64;
    let chances: [f64; 4] =
        std::array::from_fn(|k| AT_ONCE[from][k] + part * (AT_ONCE[from + 1][k] - AT_ONCE[from][k]));
    let scale = if segment.churn_beta.is_some() { 1.0 } else { possible(design, truth, segment, &chances) };
    chances.map(|chance| (scale * chance) as f32)
}

/// What the chances have to be multiplied by so that the losses of the time over which retention is declared are at most [`MOST`] of the leavers declared for
/// their cause. Failures of a year or month are Gamma distributed as purchases are: E[e^−x] = (1 + mean/shape)^−shape.
fn possible(design: &Design, truth: &Truth, segment: &Segment, chances: &[f64; 4]) -> f64 {
    let service = &design.service;
    let (fast, slow) = (truth[service.recovered_fast], truth[service.recovered_slowly]);
    let vain = (truth[service.complaints] - fast - slow).max(0.0);
    let silent = (1.0 - fast - slow - vain).max(0.0);
    let each: f64 =
        [silent, vain, slow, fast].iter().zip(chances).map(|(share, chance)| share * chance).sum();
    let left = Left::new(truth, segment.staying);
    let purchases = truth[segment.purchases_per_year] * left.years();
    let failures = purchases * -libm::log1p(-truth[service.failures_per_purchase].min(0.999));
    let share = f64::from(causes::shares(design, truth)[booked(design, truth)]);
    let room = MOST * share * left.gone();
    let shape = truth[segment.purchase_shape];
    let lost = shape * (libm::pow(1.0 - room, -1.0 / shape) - 1.0);
    if each * failures > lost { lost / (each * failures) } else { 1.0 }
}

/// Place of the cause under which customers who leave at once are booked.
pub(super) fn booked(design: &Design, truth: &Truth) -> usize {
    let has = |driver: &&Driver| design.causes.iter().any(|c| c.driver == **driver && truth[c.share] > 0.0);
    BOOKED.iter().find(has).map_or(causes::UNDRIVEN, |driver| causes::place(*driver))
}
