//! The numbers of a review, each once, with its unit, its interval and where it comes from.

use std::collections::BTreeMap;

use serde::Serialize;

use super::interval::Interval;
use crate::summary::Unit;

/// A number that sentences and tables refer to by its name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// What it is counted in; decides how it is written.
    pub unit: Form,
    /// The value: a mean over trials, a probability, a number of the design.
    pub value: f64,
    /// Lower end of its interval, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What the interval holds.
    pub interval: Spread,
    /// Where the number comes from.
    pub source: Source,
}

/// How a figure is counted and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Money in the currency of the design.
    Money,
    /// A share: 0.05 is 5 %.
    Share,
    /// A difference of shares: 0.05 is 5 percentage points.
    SharePoints,
    /// A probability.
    Chance,
    /// Points of the net promoter score.
    NpsPoints,
    /// A number of months.
    Months,
    /// Customers of the business.
    Customers,
    /// Anything else that is counted.
    Count,
    /// A ratio: 2.5 is two and a half times.
    Times,
}

impl From<Unit> for Form {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Money => Self::Money,
            Unit::Customers => Self::Customers,
            Unit::Share | Unit::LogRatio => Self::Share,
            Unit::NpsPoints => Self::NpsPoints,
            Unit::Months => Self::Months,
            Unit::Points | Unit::Count => Self::Count,
        }
    }
}

/// What an interval holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// There is none.
    None,
    /// 90 % of the trials: luck, and not knowing the numbers.
    Trials,
    /// 95 % confidence about the value: what more trials would narrow.
    Confidence,
    /// From the 5 % to the 95 % quantile of an uncertain number of the design.
    Design,
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A simulation; the annex has its trials, its customers and the command that repeats it.
    Run(String),
    /// The design file.
    Design,
    /// Arithmetic on the design's central values, without simulation.
    Formula,
    /// The literature: author and year.
    Published(String),
    /// A threshold or rule of thumb of practitioners, without a study.
    Opinion(String),
}

/// All figures of a review by name.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Figures(BTreeMap<String, Figure>);

impl Figures {
    /// The figure of this name.
    pub fn get(&self, id: &str) -> Option<&Figure> {
        self.0.get(id)
    }

    /// All figures in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Figure)> {
        self.0.iter().map(|(id, figure)| (id.as_str(), figure))
    }

    /// Books a figure and returns its name. A name that is taken keeps its figure: the same name is the same number.
    pub fn put(&mut self, id: impl Into<String>, figure: Figure) -> String {
        let id = id.into();
        self.0.entry(id.clone()).or_insert(figure);
        id
    }

    /// Books an interval.
    pub fn interval(&mut self, id: impl Into<String>, form: Form, of: &Interval, source: Source) -> String {
        let ends = (of.spread != Spread::None).then_some((of.low, of.high));
        let (low, high) = (ends.map(|e| e.0), ends.map(|e| e.1));
        self.put(id, Figure { unit: form, value: of.value, low, high, interval: of.spread, source })
    }

    /// Books a bare value.
    pub fn bare(&mut self, id: impl Into<String>, form: Form, value: f64, source: Source) -> String {
        self.put(id, Figure { unit: form, value, low: None, high: None, interval: Spread::None, source })
    }
}
