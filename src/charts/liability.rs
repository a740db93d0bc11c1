//! What the company owes for points.

use super::source::{Source, last};
use super::spec::{Chart, Lines, Picture, Voice};
use super::words;
use crate::summary::Series;

/// Points outstanding at face value beside the deferred revenue under IFRS 15; `None` without points.
pub fn chart(source: Source) -> Option<Chart> {
    let owed = source.program(Series::Liability)?;
    let unit = source.money();
    let deferred = source.summary.program.as_ref()?.series.get(Series::DeferredRevenue)?;
    let title = words::liability(source.words, last(&owed.mean)?, last(&deferred.mean)?, source.horizon());
    let lines = vec![
        source.line(source.say("chart-liability-deferred"), Voice::Contrast, &unit, deferred),
        source.line(source.say("chart-liability-face"), Voice::Program, &unit, owed),
    ];
    let axis = source.say("chart-liability-axis");
    let marks = source.marks();
    let picture =
        Picture::Lines(Lines { months: source.months(), axis, unit, from_zero: true, lines, marks });
    Some(source.chart(title, source.words.say("chart-liability-shown", &[]), picture))
}
