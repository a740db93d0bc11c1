//! Which retention a segment can have, given how often its customers buy and how much they differ.

use super::context::Context;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{ChurnClock, Segment};
use crate::units::Range;

/// A β at which nearly all who are not among those who never leave go at once; calibration looks further down than that.
const LEAST_BETA: f64 = 0.03;
/// The message rounds up to this.
const STEPS: f64 = 1_000.0;

/// Refuses a retention that no propensity to leave can bring about: who does not buy cannot leave at a purchase, and where customers differ
/// without end some never leave.
pub fn possible(ctx: &mut Context, segment: &Segment) {
    let numbers =
        [segment.annual_retention, segment.purchases_per_year, segment.purchase_shape, segment.churn_shape];
    if segment.churn_beta.is_some() || !ctx.are_sound(&numbers) {
        return;
    }
    let [retention, purchases, shape, alpha] = numbers.map(|id| ctx.central(id));
    let buys = match segment.churn_clock {
        ChurnClock::Month => 1.0,
        ChurnClock::Purchase => 1.0 - libm::pow(1.0 + purchases / shape, -shape),
    };
    let least = 1.0 - buys * alpha / (alpha + LEAST_BETA);
    if retention >= least {
        return;
    }
    let number = &ctx.numbers[segment.annual_retention];
    let (path, span) = (number.path.clone(), number.span.clone().unwrap_or(0..0));
    let range =
        Range { min: (STEPS * least).ceil() / STEPS, max: ctx.key("segment[].annual_retention").range().max };
    let remedy = match segment.churn_clock {
        ChurnClock::Month => Saying::new("fix-retention-of-stayers").with("shape", alpha),
        ChurnClock::Purchase => Saying::new("fix-retention-of-buyers")
            .with("segment", segment.name.as_str())
            .with("share", Arg::rounded(100.0 * (1.0 - buys), 0)),
    };
    ctx.fault(Fault::out_of_range(&path, retention, range, remedy), &span);
}
