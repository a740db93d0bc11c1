//! The range a number may take, said once and printed in every message about it.

use std::fmt;

/// A closed range of allowed values; either end may be infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Smallest value allowed.
    pub min: f64,
    /// Largest value allowed.
    pub max: f64,
}

impl Range {
    /// Whether `value` is finite and inside.
    pub fn contains(self, value: f64) -> bool {
        value.is_finite() && value >= self.min && value <= self.max
    }

    /// The nearest value inside.
    pub fn clamp(self, value: f64) -> f64 {
        value.clamp(self.min, self.max)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min.is_finite(), self.max.is_finite()) {
            (true, true) => write!(f, "{} to {}", self.min, self.max),
            (true, false) => write!(f, "{} or more", self.min),
            (false, true) => write!(f, "{} or less", self.max),
            (false, false) => f.write_str("any number"),
        }
    }
}
