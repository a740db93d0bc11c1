//! Who stays, with and without the program.

use super::source::{Source, last};
use super::spec::{AxisUnit, Chart, Lines, Picture};
use super::words;
use crate::summary::{Scalar, Series};

/// Months without a true annual retention: it takes twelve months to see who stayed a year.
const FIRST_YEAR: usize = 11;
/// Horizons from which the annualised values of the first year can be spared.
const LONG: usize = 24;

/// Months at the beginning that are not shown: those without a true annual retention, where the run can spare them.
pub fn hidden_months(horizon: usize) -> usize {
    if horizon >= LONG { FIRST_YEAR } else { 0 }
}

/// Annual retention of each world with its band.
pub fn chart(source: Source) -> Option<Chart> {
    let mut lines = source.world_lines(Series::Retention, &AxisUnit::Percent);
    let hidden = hidden_months(source.horizon());
    for line in &mut lines {
        line.hide_first(hidden);
    }
    let today = last(&lines.first()?.values).unwrap_or(f64::NAN);
    let saved = source.summary.program.as_ref().and_then(|_| source.headline(Scalar::NetSaved));
    let title = words::retention(source.words, saved, source.headline(Scalar::PaidToKept), today);
    let picture = Picture::Lines(Lines {
        months: source.months(),
        axis: source.say("chart-retention-axis"),
        unit: AxisUnit::Percent,
        from_zero: false,
        lines,
        marks: source.marks(),
    });
    let shown = if hidden == 0 { "chart-retention-shown-annualised" } else { "chart-retention-shown" };
    Some(source.chart(title, source.say(shown), picture))
}
