//! How many of today's customers stay, as a design says it.

use super::NumberId;

/// How it is said how many of today's customers stay, without any program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staying {
    /// By the share who are still customers a year later (`annual_retention`).
    Year(NumberId),
    /// By the share who leave in an average month (`monthly_churn`).
    Month(NumberId),
}

impl Staying {
    /// The number that says it.
    pub fn number(self) -> NumberId {
        match self {
            Self::Year(id) | Self::Month(id) => id,
        }
    }

    /// Months over which it is said.
    pub fn months(self) -> usize {
        match self {
            Self::Year(_) => 12,
            Self::Month(_) => 1,
        }
    }

    /// Share of the customers left after these months, where `value` is that of the number.
    pub fn left(self, value: f64) -> f64 {
        match self {
            Self::Year(_) => value,
            Self::Month(_) => 1.0 - value,
        }
    }
}
