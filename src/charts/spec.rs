//! What a chart says, before anyone draws it: numbers, words and units.

use serde::{Serialize, Serializer};

use crate::units::YearMonth;
use crate::words::Language;

/// A chart: its message and the picture that carries it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// The message, one sentence.
    pub title: String,
    /// What is shown, with units.
    pub subtitle: String,
    /// Where it comes from: design, seed, trials, version.
    pub footer: String,
    /// The picture.
    pub picture: Picture,
    /// The language of its words and numbers.
    #[serde(skip)]
    pub language: Language,
    /// The least height at a width of 960 pixels; it is higher where its words or rows need more.
    #[serde(skip)]
    pub height: f64,
    /// Its width in pixels, in which its words are always of one size.
    #[serde(skip)]
    pub width: f64,
}

impl Chart {
    /// The usual height: nine sixteenths of the width, as of a slide.
    pub const SLIDE: f64 = 540.0;
    /// A low one, for pages of text.
    pub const LOW: f64 = 360.0;
    /// The usual width.
    pub const WIDE: f64 = 960.0;
    /// Below it names stand above and below what they name, and no longer beside it.
    const NARROW: f64 = 720.0;
    /// The least width in which a picture can be read.
    const LEAST: f64 = 320.0;

    /// A picture of the usual size, with its title, subtitle and footer.
    pub fn slide([title, subtitle, footer]: [String; 3], picture: Picture, language: Language) -> Self {
        Self { title, subtitle, footer, picture, language, height: Self::SLIDE, width: Self::WIDE }
    }

    /// The least height of the part in which values are drawn, where months run across.
    pub fn room(&self) -> f64 {
        const USUAL: f64 = 220.0;
        const FLAT: f64 = 130.0;
        if self.height < Self::SLIDE { FLAT } else { USUAL }
    }

    /// The same for a screen of this width, as high as it has to be.
    #[must_use]
    pub fn across(&self, width: f64) -> Self {
        let width = width.clamp(Self::LEAST, Self::WIDE);
        let height = if width < Self::NARROW { 0.0 } else { self.height };
        Self { width, height, ..self.clone() }
    }

    /// Whether there is no room for names beside what they name.
    pub fn is_narrow(&self) -> bool {
        self.width < Self::NARROW
    }

    /// Ticks of an axis that usually has so many.
    pub fn ticks(&self, usual: usize) -> usize {
        if self.is_narrow() { usual.min(4) } else { usual }
    }

    /// The same with another least height.
    #[must_use]
    pub fn at_least(&self, height: f64) -> Self {
        Self { height, ..self.clone() }
    }
}

/// A chart with the stem of its file name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NamedChart {
    /// Stem of the file name, for instance `retention`.
    pub name: &'static str,
    /// The chart.
    pub chart: Chart,
}

/// The kinds of picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Picture {
    /// Lines over months, with bands of uncertainty.
    Lines(Lines),
    /// Layers on top of each other over months, in panels with one scale.
    Stack(Stack),
    /// Steps from nothing to a total.
    Waterfall(Waterfall),
    /// How often each outcome occurred.
    Histogram(Histogram),
    /// A bar for each of several things, with its interval.
    Bars(Bars),
    /// What the ends of several ranges come to.
    Tornado(Tornado),
    /// Lines or points over a number.
    Curves(Curves),
    /// A grid of values.
    Heat(Heat),
}

/// The months of a chart; the axis counts them from the start and names the calendar years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Months {
    /// First month.
    #[serde(serialize_with = "as_text")]
    pub start: YearMonth,
    /// How many months.
    pub count: usize,
}

/// The unit of an axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum AxisUnit {
    /// Shares, shown as percentages.
    Percent,
    /// Money in this currency.
    Money(String),
    /// Points of the net promoter score.
    NpsPoints,
    /// Differences of shares, shown as signed percentage points.
    SharePoints,
    /// Differences of a score, shown with their sign.
    Change,
    /// A count, of which there are no fractions.
    Count,
    /// A number whose name says what it counts.
    Plain,
}

/// Lines over months.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lines {
    /// The horizontal axis.
    pub months: Months,
    /// What the vertical axis measures, without its unit.
    pub axis: String,
    /// Its unit.
    pub unit: AxisUnit,
    /// Whether the vertical axis must contain zero.
    pub from_zero: bool,
    /// The lines; those later in the list lie on top.
    pub lines: Vec<Line>,
    /// Events to mark.
    pub marks: Vec<Mark>,
}

/// One line with its label.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// More about it, such as its last value; one entry per line of text.
    pub details: Vec<String>,
    /// How it is drawn.
    pub voice: Voice,
    /// The value of each month; not a number where undefined.
    pub values: Vec<f64>,
    /// Its uncertainty, if known.
    pub band: Option<Band>,
}

impl Line {
    /// Leaves the first months undefined.
    pub fn hide_first(&mut self, months: usize) {
        let band = self.band.as_mut().map(|b| [&mut b.p5, &mut b.p25, &mut b.p75, &mut b.p95]);
        for values in std::iter::once(&mut self.values).chain(band.into_iter().flatten()) {
            values.iter_mut().take(months).for_each(|value| *value = f64::NAN);
        }
    }
}

/// Quantiles of each month over the trials.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Band {
    /// 5 % quantile.
    pub p5: Vec<f64>,
    /// Lower quartile.
    pub p25: Vec<f64>,
    /// Upper quartile.
    pub p75: Vec<f64>,
    /// 95 % quantile.
    pub p95: Vec<f64>,
}

/// The part a line plays: it sets colour and dash, which never stand alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Voice {
    /// The world without the program: grey, dashed.
    Baseline,
    /// The world with it: blue, solid.
    Program,
    /// Something to hold against it: orange, dotted.
    Contrast,
    /// The world in which the program that runs already has ended: brown, finely dotted.
    Ended,
}

/// An event on the horizontal axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// Where: months since the start, or the value on a histogram's axis.
    pub at: f64,
    /// Its name.
    pub label: String,
}

/// Layers on top of each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stack {
    /// The horizontal axis of each panel.
    pub months: Months,
    /// What the vertical axis measures, without its unit.
    pub axis: String,
    /// Its unit.
    pub unit: AxisUnit,
    /// The layers, lowest first.
    pub layers: Vec<Layer>,
    /// The panels, left to right.
    pub panels: Vec<Panel>,
}

/// A layer of a stack, the same in each panel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Layer {
    /// Its name.
    pub name: String,
    /// More about it; one entry per line of text.
    pub details: Vec<String>,
}

/// One panel of a stack.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Panel {
    /// Its name.
    pub name: String,
    /// The thickness of each layer in each month; negative counts as nothing.
    pub layers: Vec<Vec<f64>>,
}

/// Steps that add up to totals.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Waterfall {
    /// What the horizontal axis measures, without its unit.
    pub axis: String,
    /// Its unit.
    pub unit: AxisUnit,
    /// The steps, first on top.
    pub steps: Vec<Step>,
}

/// One step of a waterfall.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Its amount, signed. A total says where the steps before it have come to.
    pub amount: f64,
    /// Whether it is a total, standing on zero.
    pub total: bool,
    /// The 5 % and 95 % quantiles of the amount, where they are to be shown.
    pub interval: Option<(f64, f64)>,
}

/// How often each outcome occurred.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Histogram {
    /// What the horizontal axis measures, without its unit.
    pub axis: String,
    /// Its unit.
    pub unit: AxisUnit,
    /// Bounds of the bins, one more than there are bins.
    pub bounds: Vec<f64>,
    /// Trials in each bin.
    pub counts: Vec<f64>,
    /// Says how often the outcome lies below zero.
    pub below: String,
    /// Says how often it does not.
    pub above: String,
    /// Values to mark, such as the mean.
    pub marks: Vec<Mark>,
}

/// A bar for each of several things.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bars {
    /// What the horizontal axis measures, without its unit.
    pub axis: String,
    /// Its unit.
    pub unit: AxisUnit,
    /// The bars, first on top.
    pub bars: Vec<Bar>,
}

/// One bar, from zero to its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// Where it ends.
    pub value: f64,
    /// The ends of its whisker; not a number where there is none.
    pub interval: (f64, f64),
    /// The value in words.
    pub amount: String,
    /// More about it; one entry per line of text.
    pub notes: Vec<String>,
}

/// What the ends of several ranges come to, one row for each.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tornado {
    /// What the horizontal axis measures, without its unit.
    pub axis: String,
    /// Its unit.
    pub unit: AxisUnit,
    /// Where everything is in its middle.
    pub middle: Mark,
    /// The rows, first on top.
    pub rows: Vec<TornadoRow>,
}

/// One range.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TornadoRow {
    /// Its name.
    pub name: String,
    /// What its low end comes to, and that end in words.
    pub low: (f64, String),
    /// What its high end comes to, and that end in words.
    pub high: (f64, String),
}

/// Lines or points over a number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Curves {
    /// What the horizontal axis measures, and its unit.
    pub across: (String, AxisUnit),
    /// What the vertical axis measures, and its unit.
    pub up: (String, AxisUnit),
    /// Whether the vertical axis must contain zero.
    pub zero: bool,
    /// The curves; those later in the list lie on top.
    pub curves: Vec<Curve>,
    /// Values on the horizontal axis to mark.
    pub marks: Vec<Mark>,
}

/// One curve with its label.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Curve {
    /// Its name.
    pub name: String,
    /// More about it; one entry per line of text.
    pub details: Vec<String>,
    /// Whether the points are joined by a line.
    pub joined: bool,
    /// The points.
    pub points: Vec<(f64, f64)>,
    /// An interval around each point, or none at all.
    pub intervals: Vec<(f64, f64)>,
    /// A word beside each point, or none at all.
    pub tags: Vec<String>,
}

/// A grid of values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heat {
    /// What the columns stand for.
    pub across: String,
    /// What the rows stand for.
    pub up: String,
    /// Names of the columns, left to right.
    pub columns: Vec<String>,
    /// Names of the rows, lowest first.
    pub rows: Vec<String>,
    /// Value and words of each cell, by row and column.
    pub cells: Vec<Vec<(f64, String)>>,
    /// The value without colour; above it is the good side.
    pub middle: f64,
    /// Row and column of the best cell, if it is to be marked.
    pub best: Option<(usize, usize)>,
}

fn as_text<S: Serializer>(month: &YearMonth, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(month)
}
