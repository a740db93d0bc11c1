//! Charts that can be edited: what a picture shows as series of numbers, their workbook, and the part that draws them.

pub mod bars;
mod book;
mod histogram;
mod lines;
mod part;
mod stack;
mod steps;

pub use book::book;
pub use part::part;

use super::text::Ink;
use crate::charts::spec::{AxisUnit, Chart, Picture};
use crate::report::workbook::{Cell, Kind};
use crate::units::Unit;
use crate::words::{Scale, Words};

/// A chart with the numbers that it draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Native {
    /// What it shows, for those who cannot see it.
    pub told: String,
    /// The columns of its sheet; the first names the points.
    pub columns: Vec<Column>,
    /// What is drawn of them, the lowest first.
    pub groups: Vec<Group>,
    /// What the values are, with their unit, and how they are written.
    pub values: (String, String),
    /// What the points are, where it has to be said.
    pub points: Option<String>,
    /// Whether series are named beside it.
    pub legend: bool,
    /// Every how many points have a name, where names stand below.
    pub named_every: usize,
    /// What stands above it, where there are several.
    pub heading: Option<String>,
    /// The ends of the value axis, where several charts share them.
    pub ends: Option<(f64, f64)>,
}

impl Native {
    /// A chart whose points are all named and whose series need no names; `values` say what they are and how they are written.
    fn plain(told: String, columns: Vec<Column>, group: Group, values: (String, String)) -> Self {
        Self {
            told,
            columns,
            groups: vec![group],
            values,
            points: None,
            legend: false,
            named_every: 1,
            heading: None,
            ends: None,
        }
    }
}

/// A column of a chart's sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How its numbers are written.
    pub kind: Kind,
    /// Its cells, one per point.
    pub cells: Vec<Cell>,
}

/// Series of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// How they are drawn.
    pub plot: Plot,
    /// The series.
    pub series: Vec<Series>,
}

/// How series are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plot {
    /// Lines.
    Lines,
    /// Layers on top of each other.
    Layers,
    /// Upright bars on top of each other, so many per cent of a bar apart.
    Columns(u16),
    /// Lying bars on top of each other.
    Bars(u16),
}

/// One series.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The column of its values.
    pub column: usize,
    /// How it looks.
    pub look: Look,
    /// Whether the legend names it.
    pub named: bool,
    /// The columns of what its whiskers reach below and above, if it has any.
    pub whiskers: Option<(usize, usize)>,
}

/// The look of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Look {
    /// A line, in so many points, perhaps dashed.
    Line(Ink, f64, Option<&'static str>),
    /// A fill, so many per cent opaque.
    Fill(Ink, u8),
    /// Nothing: it carries what lies on it.
    Unseen,
}

impl Series {
    /// A series that the legend names, without whiskers.
    pub fn new(column: usize, look: Look) -> Self {
        Self { column, look, named: true, whiskers: None }
    }

    /// The same without a name in the legend.
    pub fn unnamed(self) -> Self {
        Self { named: false, ..self }
    }
}

/// The charts that show what a picture shows: one, or one for each of its panels. None for pictures of other commands.
pub fn charts(chart: &Chart, words: Words<'_>) -> Vec<Native> {
    let told = format!("{}. {}", chart.title, chart.subtitle);
    match &chart.picture {
        Picture::Lines(lines) => vec![lines::chart(lines, told, words)],
        Picture::Stack(stack) => stack::charts(stack, &told, words),
        Picture::Waterfall(waterfall) => vec![steps::chart(waterfall, told, words)],
        Picture::Histogram(histogram) => vec![histogram::chart(histogram, told, words)],
        Picture::Bars(bars) => vec![bars::chart(bars, told, words)],
        Picture::Tornado(_) | Picture::Curves(_) | Picture::Heat(_) => Vec::new(),
    }
}

/// A column of numbers in the unit of an axis.
fn numbers(head: &str, unit: &AxisUnit, values: &[f64]) -> Column {
    let kind = match unit {
        AxisUnit::Money(_) => Kind::of(Unit::Money, values.iter().copied()),
        AxisUnit::Percent | AxisUnit::SharePoints => Kind::Of(Unit::Share),
        AxisUnit::NpsPoints | AxisUnit::Change => Kind::Of(Unit::NpsPoints),
        AxisUnit::Count => Kind::Of(Unit::Count),
        AxisUnit::Plain => Kind::Of(Unit::Number),
    };
    Column { head: head.to_owned(), kind, cells: values.iter().map(|value| Cell::Number(*value)).collect() }
}

/// A column of words.
fn texts(head: &str, cells: impl IntoIterator<Item = String>) -> Column {
    Column {
        head: head.to_owned(),
        kind: Kind::Text(40.0),
        cells: cells.into_iter().map(Cell::Text).collect(),
    }
}

/// What an axis of these values is called, and how its numbers are written: money in millions where it is that large.
fn axis(
    name: &str,
    unit: &AxisUnit,
    values: impl Iterator<Item = f64>,
    words: Words<'_>,
) -> (String, String, Scale) {
    let (low, high) =
        values.filter(|v| v.is_finite()).fold((0.0f64, 0.0f64), |(l, h), v| (l.min(v), h.max(v)));
    let largest = low.abs().max(high.abs());
    match unit {
        AxisUnit::Money(currency) => {
            let scale = Scale::of(largest);
            let commas = ",".repeat((libm::log10(scale.divisor) / 3.0).round() as usize);
            let code = if largest / scale.divisor < 10.0 {
                format!("#,##0.0{commas}")
            } else {
                format!("#,##0{commas}")
            };
            let said = words.unit(scale, words.with_currency(currency).currency());
            (format!("{name}, {said}"), code, scale)
        }
        AxisUnit::Percent | AxisUnit::SharePoints => {
            let code = if largest < 0.1 { "0.0%" } else { "0%" };
            (name.to_owned(), code.to_owned(), Scale::PERCENT)
        }
        AxisUnit::NpsPoints | AxisUnit::Change => {
            (name.to_owned(), if largest < 5.0 { "0.0" } else { "0" }.to_owned(), Scale::ONE)
        }
        AxisUnit::Count | AxisUnit::Plain => (name.to_owned(), "#,##0".to_owned(), Scale::ONE),
    }
}

/// The value of a cell, now.
fn value(cell: &Cell) -> f64 {
    match cell {
        Cell::Number(value) | Cell::Formula(_, value) => *value,
        Cell::Empty | Cell::Text(_) | Cell::Spelt(..) | Cell::Month(..) => f64::NAN,
    }
}
