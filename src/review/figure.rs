//! The numbers of a review, each once, with its unit, its interval and where it comes from.

use std::collections::BTreeMap;

use serde::Serialize;

use super::interval::{Interval, Spread};
use crate::units::{Money, Months, Share, Unit};

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

impl Figure {
    /// Whether both are the same number, to the last bit and undefined alike, from the same place.
    fn is_same(&self, other: &Self) -> bool {
        let bits = |figure: &Self| [Some(figure.value), figure.low, figure.high].map(|v| v.map(f64::to_bits));
        bits(self) == bits(other)
            && (self.unit, self.interval, &self.source) == (other.unit, other.interval, &other.source)
    }
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

/// A quantity and how it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bare(Form, f64);

impl From<Money> for Bare {
    fn from(amount: Money) -> Self {
        Self(Form::Money, amount.get())
    }
}

impl From<Share> for Bare {
    fn from(share: Share) -> Self {
        Self(Form::Share, share.get())
    }
}

impl From<Months> for Bare {
    fn from(months: Months) -> Self {
        Self(Form::Months, months.get())
    }
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
            Unit::Number => Self::Times,
        }
    }
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

/// The name of a figure. Only [`Figures`] gives it out, so whatever is named has been booked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct FigureId(String);

impl FigureId {
    /// The name as it stands in `review.json`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for FigureId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// All figures of a review by name.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Figures(BTreeMap<FigureId, Figure>);

impl Figures {
    /// The figure of this name.
    pub fn get(&self, id: &FigureId) -> Option<&Figure> {
        self.0.get(id)
    }

    /// The figure that `review.json` calls `name`, and its name.
    pub fn find(&self, name: &str) -> Option<(&FigureId, &Figure)> {
        self.0.get_key_value(&FigureId(name.to_owned()))
    }

    /// All figures in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&FigureId, &Figure)> {
        self.0.iter()
    }

    /// Books a figure and returns its name. The same figure may be booked by several parts.
    ///
    /// # Panics
    /// Where debug assertions are on: if the name stands for another figure already.
    pub fn put(&mut self, name: impl Into<String>, figure: Figure) -> FigureId {
        let id = FigureId(name.into());
        let known = self.0.entry(id.clone()).or_insert_with(|| figure.clone());
        debug_assert!(known.is_same(&figure), "two figures are called {id}: {known:?} and {figure:?}");
        id
    }

    /// Books an interval.
    pub fn interval(
        &mut self,
        name: impl Into<String>,
        form: Form,
        of: &Interval,
        source: Source,
    ) -> FigureId {
        let ends = (of.spread != Spread::None).then_some((of.low, of.high));
        let (low, high) = (ends.map(|e| e.0), ends.map(|e| e.1));
        self.put(name, Figure { unit: form, value: of.value, low, high, interval: of.spread, source })
    }

    /// Books a quantity without an interval.
    pub fn of(&mut self, name: impl Into<String>, quantity: impl Into<Bare>, source: Source) -> FigureId {
        let Bare(form, value) = quantity.into();
        self.bare(name, form, value, source)
    }

    /// Books a bare value.
    pub fn bare(&mut self, name: impl Into<String>, form: Form, value: f64, source: Source) -> FigureId {
        self.put(name, Figure { unit: form, value, low: None, high: None, interval: Spread::None, source })
    }
}
