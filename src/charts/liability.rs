//! What the company owes for points.

use super::source::{Source, last, line};
use super::spec::{Chart, Lines, Picture, Voice};
use super::words;
use crate::summary::Series;

/// Points outstanding at face value beside the deferred revenue under IFRS 15; `None` without points.
pub fn chart(source: Source) -> Option<Chart> {
    let owed = source.program(Series::Liability)?;
    let unit = source.money();
    let deferred = source.summary.program.as_ref()?.series.get(Series::DeferredRevenue)?;
    let title =
        words::liability(last(&owed.mean)?, last(&deferred.mean)?, source.horizon(), source.currency());
    let lines = vec![
        line(words::DEFERRED, Voice::Contrast, &unit, deferred),
        line(words::FACE_VALUE, Voice::Program, &unit, owed),
    ];
    let axis = words::LIABILITY_AXIS.to_owned();
    let marks = source.marks();
    let picture =
        Picture::Lines(Lines { months: source.months(), axis, unit, from_zero: true, lines, marks });
    Some(source.chart(title, words::liability_subtitle(), picture))
}
