//! Who stays, with and without the program.

use super::source::{Source, last};
use super::spec::{Chart, Lines, Picture, Unit};
use super::words;
use crate::summary::{Scalar, Series};

/// Annual retention of each world with its band.
pub fn chart(source: Source) -> Option<Chart> {
    let lines = source.world_lines(Series::Retention, &Unit::Percent);
    let today = last(&lines.first()?.values).unwrap_or(f64::NAN);
    let saved = source.summary.program.as_ref().and_then(|_| source.headline(Scalar::NetSaved));
    let title = words::retention(saved, source.headline(Scalar::PaidToKept), today);
    let picture = Picture::Lines(Lines {
        months: source.months(),
        axis: words::RETENTION_AXIS.to_owned(),
        unit: Unit::Percent,
        from_zero: false,
        lines,
        marks: source.marks(),
    });
    Some(source.chart(title, words::retention_subtitle(), picture))
}
