//! From tallies to numbers with uncertainty.

pub mod dyadic;
pub mod interval;
pub mod moments;
pub mod quantile;
mod result;
mod scalar;
mod series;
pub mod sketch;

pub use result::{
    Band, Bands, Enough, Estimate, FORMAT, GoalSummary, Headline, Histogram, Loss, Monthly, Payback,
    PricePerSaved, Probability, RunInfo, SegmentSummary, Summary, VarianceSplit, WaterfallStep,
};
pub use scalar::Scalar;
pub use series::{Series, Unit};
