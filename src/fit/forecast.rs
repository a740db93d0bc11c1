//! A forecast with its interval.

use serde::{Deserialize, Serialize};

/// A number forecast with its 90 % interval, and what it was.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// Forecast.
    pub expected: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// What it was.
    pub actual: f64,
}

impl Forecast {
    /// Whether the interval holds what it was.
    pub fn covers(&self) -> bool {
        (self.low..=self.high).contains(&self.actual)
    }

    /// Relative error of the forecast.
    pub fn error(&self) -> f64 {
        self.expected / self.actual - 1.0
    }
}
