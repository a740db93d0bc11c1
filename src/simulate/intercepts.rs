//! What the pilot solves: constants with which the baseline reproduces what the design declares.

use super::nps::Scale;
use crate::plan::OfCauses;

/// The solved constants of one segment and trial. They exist only once all of them are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intercepts {
    /// Multiplier that keeps the baseline's purchases at the declared level.
    pub rate: f32,
    /// Mean change of satisfaction per contact in the baseline, taken off.
    pub contact: f32,
    /// Share of each cause in the hazard, divided by the mean of its term in the baseline.
    pub causes: OfCauses<f32>,
    /// The scale on which answers give the declared score.
    pub scale: Scale,
    /// Chance per purchase, at mean satisfaction, that a customer of each category goes a step up.
    pub rises: [f32; 6],
    /// Newcomers a month per present customer beside those whom a program that runs already brings.
    pub arrivals: f64,
    /// Friends a month per present customer whom members of a program that runs already bring.
    pub invited: f64,
}
