//! What customers answer, from 0 to 10.

use super::source::Source;
use super::spec::{AxisUnit, Bar, Bars, Chart, Picture};
use crate::words::Value;

/// How often each answer is given in the last month: with the program, and without it beside; `None` if nobody was asked.
pub fn chart(source: Source) -> Option<Chart> {
    let answers = &source.summary.answers;
    let shown = answers.program.as_ref().unwrap_or(&answers.baseline);
    let share = |from: usize, to: usize| shown.iter().take(to + 1).skip(from).map(|e| e.mean).sum::<f64>();
    let (promoters, detractors) = (share(9, 10), share(0, 6));
    if !promoters.is_finite() || !detractors.is_finite() {
        return None;
    }
    let words = source.words;
    let bar = |(answer, estimate): (usize, &crate::summary::Estimate)| {
        let without = answers.program.as_ref().and_then(|_| answers.baseline.get(answer));
        let note =
            without.map(|e| words.say("chart-answers-without", &[("share", words.percent(e.mean).into())]));
        Bar {
            name: words.say("chart-answers-answer", &[("answer", Value::from(answer))]),
            value: estimate.mean,
            interval: (estimate.p5, estimate.p95),
            amount: words.percent(estimate.mean),
            notes: note.into_iter().collect(),
        }
    };
    let bars = shown.iter().enumerate().rev().map(bar).collect();
    let axis = source.say("chart-answers-axis");
    let shares =
        [("promoters", words.percent(promoters).into()), ("detractors", words.percent(detractors).into())];
    let title = words.say("chart-answers", &shares);
    Some(source.chart(
        title,
        source.say("chart-answers-shown"),
        Picture::Bars(Bars { axis, unit: AxisUnit::Percent, bars }),
    ))
}
