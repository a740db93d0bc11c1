//! The result of a run: every number with its uncertainty. Serialised, it is `summary.json`.

use std::ops::Index;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::categories::Categories;
use super::estimate::{Estimate, Histogram};
use super::interval::Probability;
use super::survey::{Answers, BranchSummary, TouchpointSummary};
use super::worth::Worths;
use super::{Scalar, Series};
use crate::design::Sampling;
use crate::units::{Money, Share, Unit};

/// Version of the layout of [`Summary`]; it changes when a field changes its meaning, its name or its place.
pub const FORMAT: u32 = 1;

/// Everything a run found out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Version of this layout.
    pub format: u32,
    /// What was run.
    pub run: RunInfo,
    /// Headline numbers over the horizon.
    pub headline: Headline,
    /// The goals in the order of the design.
    pub goals: Vec<GoalSummary>,
    /// Chance of losing money and how much; `None` without a program.
    pub loss: Option<Loss>,
    /// When the program has paid for itself; `None` without a program.
    pub payback: Option<Payback>,
    /// Mean program cost over mean customers saved net; `None` without a program.
    pub price_per_saved: Option<PricePerSaved>,
    /// From the baseline's contribution to the program's, step by step; `None` without a program.
    pub waterfall: Option<Vec<WaterfallStep>>,
    /// Distribution of the net effect over trials; `None` without a program.
    pub net_effect_histogram: Option<Histogram>,
    /// Causes of leaving, in the order of every table of causes.
    pub causes: Vec<String>,
    /// Calendar months (`2011-03`), in the order of every monthly series.
    pub months: Vec<String>,
    /// The world without the program: that of today's program going on, where one runs already.
    pub baseline: Monthly,
    /// The world with it; `None` without a program.
    pub program: Option<Monthly>,
    /// Program less baseline, trial by trial, for [`Series::COMPARED`]; `None` without a program.
    pub difference: Option<Monthly>,
    /// The world in which the program that runs already ends at the start; left out where none runs, and where it was not played.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Monthly>,
    /// The segments in the order of the design.
    pub segments: Vec<SegmentSummary>,
    /// The branches in the order of the design; empty if it names none.
    pub branches: Vec<BranchSummary>,
    /// The touchpoints in the order of the design, all combined as the last; empty if it names none.
    pub touchpoints: Vec<TouchpointSummary>,
    /// How often each answer to "how likely are you to recommend us?" is given in the last month.
    pub answers: Answers,
    /// Customers by category over the horizon.
    pub categories: Categories,
    /// What a customer is worth.
    pub worth: Worths,
    /// Whether the trials suffice.
    pub enough: Enough,
    /// Where the variance comes from, where trials were played again.
    pub variance: Option<VarianceSplit>,
}

/// What was run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RunInfo {
    /// Title of the design.
    pub title: String,
    /// Name of the program that runs already, if there is one: the baseline is then that it goes on.
    pub today: Option<String>,
    /// Name of the program, if there is one.
    pub program: Option<String>,
    /// Currency of all money.
    pub currency: String,
    /// SHA-256 of the design's text.
    pub design_hash: String,
    /// Version of loyalsim.
    pub version: String,
    /// Seed.
    pub seed: u64,
    /// How the uncertain numbers were drawn.
    pub sampling: Sampling,
    /// First trial in the summary.
    pub first_trial: u64,
    /// Trials in the summary.
    pub trials: u64,
    /// Trials asked for.
    pub trials_asked: u64,
    /// Customers simulated in each trial at the start.
    pub customers: u64,
    /// First month of the program, counted from the start of the simulation at 0.
    pub launch: Option<usize>,
    /// First month without it again, if it ends within the horizon.
    pub stop: Option<usize>,
    /// Whether the run ended before all trials were done.
    pub partial: bool,
}

/// The headline numbers, by [`Scalar`]. Those defined in no trial are `null` in JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    estimates: Vec<Estimate>,
}

impl Headline {
    /// One estimate for each number.
    pub fn new(estimate: impl FnMut(Scalar) -> Estimate) -> Self {
        Self { estimates: Scalar::ALL.iter().copied().map(estimate).collect() }
    }

    /// The estimate, or `None` if the number is defined in no trial.
    pub fn get(&self, scalar: Scalar) -> Option<&Estimate> {
        Some(&self[scalar]).filter(|e| e.trials > 0)
    }

    /// Whether the program has points in any trial: without them nothing is owed for any.
    pub fn has_points(&self) -> bool {
        self.get(Scalar::Breakage).is_some()
    }
}

impl Index<Scalar> for Headline {
    type Output = Estimate;

    fn index(&self, scalar: Scalar) -> &Estimate {
        &self.estimates[scalar as usize]
    }
}

impl Serialize for Headline {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(Scalar::COUNT))?;
        for &scalar in Scalar::ALL {
            map.serialize_entry(scalar.key(), &self.get(scalar))?;
        }
        map.end()
    }
}

/// A monthly series over trials: one entry per month in each field.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Band {
    /// Unit of all fields.
    pub unit: Unit,
    /// Mean.
    pub mean: Vec<f64>,
    /// Monte Carlo error of the mean.
    pub mc_error: Vec<f64>,
    /// 5 % quantile, within 0.1 %.
    pub p5: Vec<f64>,
    /// Lower quartile, within 0.1 %.
    pub p25: Vec<f64>,
    /// Median, within 0.1 %.
    pub median: Vec<f64>,
    /// Upper quartile, within 0.1 %.
    pub p75: Vec<f64>,
    /// 95 % quantile, within 0.1 %.
    pub p95: Vec<f64>,
}

/// The monthly series of one world, or of the difference between two.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Monthly {
    /// The series by key.
    pub series: Bands,
    /// Customers who left, by cause, in the order of [`Summary::causes`].
    pub churned_by_cause: Vec<Band>,
}

/// Bands by [`Series`].
#[derive(Debug, Clone, PartialEq)]
pub struct Bands {
    bands: Vec<(Series, Band)>,
}

impl Bands {
    /// The bands of the series followed.
    pub fn new(bands: Vec<(Series, Band)>) -> Self {
        Self { bands }
    }

    /// The band of a series, or `None` where it is not followed.
    pub fn get(&self, series: Series) -> Option<&Band> {
        self.bands.iter().find(|(s, _)| *s == series).map(|(_, band)| band)
    }

    /// All bands in order.
    pub fn iter(&self) -> impl Iterator<Item = (Series, &Band)> {
        self.bands.iter().map(|(series, band)| (*series, band))
    }
}

impl Serialize for Bands {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.bands.len()))?;
        for (series, band) in &self.bands {
            map.serialize_entry(series.key(), band)?;
        }
        map.end()
    }
}

/// How likely a goal is reached.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoalSummary {
    /// Key of what is measured, as in the design (`annual_retention`).
    pub metric: &'static str,
    /// `at_least` or `at_most`.
    pub bound: &'static str,
    /// Threshold; its mean where it is uncertain itself.
    pub threshold: f64,
    /// Calendar month by whose end it is judged.
    pub by: String,
    /// Chance of reaching it.
    pub probability: Probability,
    /// What the metric came to.
    pub value: Estimate,
    /// The same without the program; `None` where there is no program, or where the metric compares with having none.
    pub without: Option<Without>,
}

/// How likely a goal is reached without the program.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Without {
    /// Chance of reaching it.
    pub probability: Probability,
    /// What the metric came to.
    pub value: Estimate,
    /// By how much the program raises the chance.
    pub gain: Gain,
}

/// A difference of chances, taken trial by trial.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Gain {
    /// Chance with the program less chance without it.
    pub share: Share,
    /// Monte Carlo error.
    pub mc_error: Share,
}

/// Chance and size of a loss.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Loss {
    /// Chance that the net effect is negative.
    pub probability: Probability,
    /// Mean of the net effect where it is negative, or `None` if it never is.
    pub mean_when_losing: Option<Money>,
    /// Expected shortfall: mean of the worst 5 % of trials.
    pub expected_shortfall: Money,
}

/// When the program has paid for itself. Months are counted from the start of the simulation, the first is 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Payback {
    /// Chance that it has by the end of the horizon.
    pub probability: Probability,
    /// Month by which it has in a quarter of all trials, or `None` if beyond the horizon.
    pub p25: Option<u32>,
    /// The same in half of all trials.
    pub median: Option<u32>,
    /// The same in three quarters of all trials.
    pub p75: Option<u32>,
}

/// The price of one customer saved net: a ratio of means, which exists also where single trials save nobody.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PricePerSaved {
    /// Mean cost over mean customers saved net, or `None` if on average no more are saved than lost.
    pub price: Option<Money>,
    /// Monte Carlo error of the price (delta method).
    pub mc_error: Option<Money>,
    /// Share of the trials in which no more customers were saved than lost.
    pub none_saved: Share,
}

/// One bar of the waterfall, over the horizon and undiscounted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct WaterfallStep {
    /// The number, as in the headline.
    pub key: Scalar,
    /// Whether the bar stands on the ground (the first and the last) or on the bar before.
    pub total: bool,
    /// Mean amount, signed.
    pub mean: Money,
    /// Monte Carlo error of the mean.
    pub mc_error: Money,
    /// 5 % quantile.
    pub p5: Money,
    /// 95 % quantile.
    pub p95: Money,
}

/// What the program does to one segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SegmentSummary {
    /// Name of the segment.
    pub name: String,
    /// Final annual retention without the program.
    pub retention_baseline: Estimate,
    /// Final annual retention with it; `None` without a program.
    pub retention_program: Option<Estimate>,
    /// Its part of the net effect; the parts add up to the whole. `None` without a program.
    pub net_effect: Option<Estimate>,
    /// Value of its customers at the end without the program; the parts add up to the whole.
    pub base_value_baseline: Estimate,
    /// The same with it; `None` without a program.
    pub base_value_program: Option<Estimate>,
}

/// Whether the trials suffice: Monte Carlo error of the headline's mean against the spread of the headline.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Enough {
    /// Key of the headline number judged.
    pub headline: &'static str,
    /// Monte Carlo error of its mean as a share of its standard deviation.
    pub error_share: Share,
    /// The share that is good enough.
    pub target: Share,
    /// Whether the share is at or below the target.
    pub reached: bool,
    /// Trials needed for it.
    pub trials_needed: u64,
}

/// Variance of the headline number (the net effect; without a program, retention) at the real size of the business, by source, told by
/// playing trials again. The shares add up to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct VarianceSplit {
    /// Share that comes from which customers there happen to be, as many as the business has, and what happens to them.
    pub luck: Share,
    /// Share that comes from events of the market: whether and when rivals open and price wars break out. It does not depend on the size of
    /// the business.
    pub events: Share,
    /// Share that comes from not knowing the numbers of the design.
    pub ignorance: Share,
    /// Monte Carlo error of the share of luck.
    pub error: Share,
    /// Monte Carlo error of the share of events.
    pub events_error: Share,
    /// Trials that were played again.
    pub pairs: u64,
}
