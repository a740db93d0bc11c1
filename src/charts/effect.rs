//! What the program changes, month by month: the difference between the two worlds of each trial. Where the bands of the worlds
//! overlap, it says what they cannot: both worlds of a trial share their truth and their luck, so their difference varies far less.

use super::retention::hidden_months;
use super::source::Source;
use super::spec::{AxisUnit, Chart, Lines, Picture, Voice};
use super::words;
use crate::summary::{Band, Scalar, Series};

/// The effect on annual retention; `None` without a program.
pub fn retention(source: Source) -> Option<Chart> {
    chart(source, Series::Retention, Scalar::RetentionChange, AxisUnit::SharePoints, "retention")
}

/// The effect on the net promoter score; `None` without a program.
pub fn nps(source: Source) -> Option<Chart> {
    chart(source, Series::Nps, Scalar::NpsChange, AxisUnit::Change, "nps")
}

/// Where the effect is largest among the months shown, of those in which nine trials in ten agree on its direction: how much, and in which month.
fn peak(band: &Band, hidden: usize) -> Option<(f64, usize)> {
    let clear = |month: &usize| band.p5[*month] > 0.0 || band.p95[*month] < 0.0;
    let largest = (hidden..band.mean.len())
        .filter(clear)
        .max_by(|a, b| band.mean[*a].abs().total_cmp(&band.mean[*b].abs()))?;
    Some((band.mean[largest], largest + 1))
}

fn chart(
    source: Source,
    series: Series,
    at_the_end: Scalar,
    unit: AxisUnit,
    measure: &'static str,
) -> Option<Chart> {
    let band = source.summary.difference.as_ref()?.series.get(series)?;
    let hidden = if series == Series::Retention { hidden_months(source.horizon()) } else { 0 };
    let mut line = source.line(source.say("chart-effect-line"), Voice::Program, &unit, band);
    line.hide_first(hidden);
    let change = source.headline(at_the_end)?;
    let title = words::effect(source.words, change, peak(band, hidden), measure, source.horizon());
    let picture = Picture::Lines(Lines {
        months: source.months(),
        axis: source.words.say("chart-effect-axis", &[("measure", measure.into())]),
        unit,
        from_zero: true,
        lines: vec![line],
        marks: source.marks(),
    });
    Some(source.chart(title, source.say("chart-effect-shown"), picture))
}
