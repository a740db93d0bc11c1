//! One number at a time, from its 10 % to its 90 %.

use crate::decide::measure::Reading;
use crate::decide::paired::Difference;
use crate::summary::moments::Moments;
use crate::units::Unit;
use serde::Serialize;

/// What happens if one number turns out low or high and all others stay at their medians.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Swing {
    /// Path of the number, segments by name.
    pub path: String,
    /// Its 10 % quantile. A share of a group is that part of what it is divided by its group's sum.
    pub low: f64,
    /// Its 90 % quantile.
    pub high: f64,
    /// The measure where the number is low: mean over luck.
    pub at_low: f64,
    /// The measure where it is high.
    pub at_high: f64,
    /// High less low on the same luck.
    pub change: Reading,
}

impl Swing {
    /// Of a number's two values, each with the results on the same lucks.
    pub(super) fn new(path: String, unit: Unit, low: (f64, &Vec<f64>), high: (f64, &Vec<f64>)) -> Self {
        let mean = |values: &Vec<f64>| values.iter().copied().collect::<Moments>().mean();
        Self {
            path,
            low: low.0,
            high: high.0,
            at_low: mean(low.1),
            at_high: mean(high.1),
            change: difference(unit, high.1, low.1),
        }
    }

    /// How far the two ends are apart; 0 where one of them is undefined.
    pub fn width(&self) -> f64 {
        let width = (self.at_high - self.at_low).abs();
        if width.is_nan() { 0.0 } else { width }
    }
}

/// A difference of two settings on the same lucks.
fn difference(unit: Unit, high: &[f64], low: &[f64]) -> Reading {
    let d = Difference::of(unit, high, low);
    Reading { unit, value: d.mean, mc_error: d.mc_error }
}
