//! How willing customers are to recommend, with and without the program.

use super::source::{Source, last};
use super::spec::{AxisUnit, Chart, Lines, Picture};
use super::words;
use crate::summary::{Scalar, Series};

/// Net promoter score of each world with its band.
pub fn chart(source: Source) -> Option<Chart> {
    let lines = source.world_lines(Series::Nps, &AxisUnit::NpsPoints);
    let end = |i: usize| lines.get(i).and_then(|l| last(&l.values)).unwrap_or(f64::NAN);
    let change = source.summary.program.as_ref().and_then(|_| source.headline(Scalar::NpsChange));
    let title = words::nps(source.words, change, end(0), end(1), source.horizon());
    lines.first()?;
    let picture = Picture::Lines(Lines {
        months: source.months(),
        axis: source.say("chart-nps-axis"),
        unit: AxisUnit::NpsPoints,
        from_zero: false,
        lines,
        marks: source.marks(),
    });
    Some(source.chart(title, source.say("chart-nps-shown"), picture))
}
