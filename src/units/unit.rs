//! What a number counts.

use serde::Serialize;

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Money in the currency of the design, undiscounted unless the number says otherwise.
    Money,
    /// Customers of the business, not of the sample.
    Customers,
    /// A share, a chance or a rate: 0.05 is 5 %.
    Share,
    /// Points of the net promoter score, −100..100.
    NpsPoints,
    /// Months; where they are a date, they are counted from the start of the simulation, the first is 1.
    Months,
    /// Loyalty points.
    Points,
    /// A count of events or things, for instance purchases.
    Count,
    /// Natural logarithm of a ratio of rates: 0.05 is about +5 %.
    LogRatio,
    /// A number without a unit: a multiple, a shape, a strength, a position on a scale of 0 to 1.
    Number,
}

impl Unit {
    /// The word in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Customers => "customers",
            Self::Share => "share",
            Self::NpsPoints => "nps_points",
            Self::Months => "months",
            Self::Points => "points",
            Self::Count => "count",
            Self::LogRatio => "log_ratio",
            Self::Number => "number",
        }
    }
}

/// A span of time by which something is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// By the month.
    Month,
    /// By the year.
    Year,
}
