//! From tallies to numbers with uncertainty.

mod result;
mod scalar;
mod series;

pub use result::{
    Band, Bands, Enough, Estimate, FORMAT, GoalSummary, Headline, Histogram, Loss, Monthly, Payback,
    PricePerSaved, Probability, RunInfo, SegmentSummary, Summary, VarianceSplit, WaterfallStep,
};
pub use scalar::Scalar;
pub use series::{Series, Unit};
