//! From tallies to numbers with uncertainty.

mod aside;
mod base;
pub mod break_even;
mod build;
mod categories;
mod collector;
pub mod dyadic;
mod effect;
mod estimate;
mod exit;
pub mod fatigue;
mod frame;
pub mod goal;
pub mod ifrs15;
pub mod interval;
mod kept;
mod ledger;
pub mod moments;
mod monthly;
mod outcome;
pub mod part;
mod prospect;
pub mod quantile;
pub mod real_size;
mod result;
mod scalar;
mod segment_worlds;
mod series;
pub mod sketch;
mod survey;
mod terms;
#[cfg(test)]
mod tests;
mod today;
mod trials;
pub mod value;
mod variance;
pub mod waterfall;
mod worth;

pub use aside::Aside;
pub use build::RunSettings;
pub use categories::{Categories, CategorySummary, series_of};
pub use collector::{Collector, Misfit};
pub use dyadic::NotAdjacent;
pub use estimate::{Estimate, Histogram};
pub use exit::{ExitCurve, ExitMonth, ExitTrial};
pub use frame::Frame;
pub use interval::Probability;
pub use ledger::net_contribution;
pub use outcome::{Outcome, Replays, TWIN_EVERY};
pub use result::{
    Band, Bands, Enough, FORMAT, Gain, GoalSummary, Headline, Loss, Monthly, Payback, PricePerSaved, RunInfo,
    SegmentSummary, Summary, VarianceSplit, WaterfallStep, Without,
};
pub use scalar::Scalar;
pub use series::Series;
pub use survey::{Answers, BranchSummary, TouchpointSummary};
pub use trials::Trials;
pub use waterfall::Waterfall;
pub use worth::{Worth, Worths};
