//! How likely a threat is, and who says so.

use crate::design::{Design, NumberId};

/// How likely a threat is within the horizon, and who says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Likely {
    /// The design itself: a rival's chance, or the range of a number.
    Stated(f64),
    /// A study: author and year.
    Published(f64, &'static str),
    /// A judgement of this program, to be replaced by the reader's.
    Judged(f64),
    /// The company decides it itself.
    Own,
}

/// The chance that a number turns out half as large again as its central value or more, if the design thinks it uncertain.
pub fn risen(design: &Design, id: NumberId) -> Option<f64> {
    let number = &design.numbers[id];
    if number.distribution.is_certain() {
        return None;
    }
    let limit = 1.5 * design.central(id);
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if number.distribution.quantile(middle, number.range) < limit { low = middle } else { high = middle }
    }
    Some(1.0 - low)
}
