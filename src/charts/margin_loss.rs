//! What is given away on purchases that would have been made anyway.

use super::source::{Source, last};
use super::spec::{Chart, Lines, Picture, Voice};
use super::words;
use crate::summary::{Band, Series};

/// Margin loss since the start, beside all that the program costs; `None` where nothing is given away.
pub fn chart(source: Source) -> Option<Chart> {
    let loss = source.program(Series::CumulativeMarginLoss)?;
    let cost = source.program(Series::ProgramCost)?;
    let add = |sum: &mut f64, month: &f64| {
        *sum += month;
        Some(*sum)
    };
    let service = service_change(source);
    let monthly: Vec<f64> = cost.mean.iter().zip(service).map(|(c, s)| c + s).collect();
    let cost: Vec<f64> = monthly.iter().scan(0.0, add).collect();
    let title = words::margin_loss(source.words, last(&loss.mean)?, last(&cost)?);
    let unit = source.money();
    let lines = vec![
        source.bare_line(source.say("chart-margin-cost"), Voice::Contrast, &unit, cost),
        source.line(source.say("chart-margin-given"), Voice::Program, &unit, loss),
    ];
    let axis = source.say("chart-margin-axis");
    let marks = source.marks();
    let picture =
        Picture::Lines(Lines { months: source.months(), axis, unit, from_zero: true, lines, marks });
    Some(source.chart(title, source.say("chart-margin-shown"), picture))
}

/// What service costs more than without the program, by month.
fn service_change(source: Source) -> impl Iterator<Item = f64> {
    let mean =
        |band: Option<&Band>, month: usize| band.and_then(|b| b.mean.get(month)).copied().unwrap_or(0.0);
    let before = source.summary.baseline.series.get(Series::ServiceCost);
    let after = source.program(Series::ServiceCost);
    (0..).map(move |month| mean(after, month) - mean(before, month))
}
