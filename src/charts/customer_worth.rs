//! What one of today's customers is worth, by segment and by what they answer when asked.

use super::source::Source;
use super::spec::{Bar, Bars, Chart, Picture};
use crate::summary::{Estimate, Scalar, Worth};
use crate::words::{Value, capital};

/// Lifetime values with the program, those without beside them; `None` where nobody is worth anything.
pub fn chart(source: Source) -> Option<Chart> {
    let worth = &source.summary.worth;
    let segments = worth.segments.iter().map(|of| (of.name.clone(), of));
    let answering = if tells(&worth.answering) { &worth.answering[..] } else { &[] };
    let classes = answering.iter().map(|of| (capital(&source.words.name("class", &of.name)), of));
    let groups = segments.chain(classes).filter(|(_, of)| of.lifetime_baseline.trials > 0);
    let bars: Vec<Bar> = groups.map(|(name, of)| bar(source, name, of)).collect();
    let start = source.headline(Scalar::BaseValueStart)?;
    if bars.is_empty() {
        return None;
    }
    let told = [("value", Value::Money(start.mean))];
    let title = match (source.headline(Scalar::BaseValueBaseline), source.headline(Scalar::BaseValueProgram))
    {
        (Some(without), Some(with)) => {
            let ends = [("without", Value::Money(without.mean)), ("with", Value::Money(with.mean))];
            source.words.say("chart-worth", &[&told[..], &ends[..]].concat())
        }
        _ => source.words.say("chart-worth-alone", &told),
    };
    let picture = Picture::Bars(Bars { axis: source.say("chart-worth-axis"), unit: source.money(), bars });
    let answers = match (worth.answering.is_empty(), answering.is_empty()) {
        (true, _) => None,
        (false, false) => Some("chart-worth-answers"),
        (false, true) => Some("chart-worth-alike"),
    };
    let shown: Vec<String> =
        ["chart-worth-shown"].into_iter().chain(answers).map(|key| source.say(key)).collect();
    Some(source.chart(title, shown.join(" "), picture))
}

/// Whether a month's answer says anything about what a customer is worth: promoters and detractors differ by more than chance would
/// make of nothing in one run of twenty.
fn tells(answering: &[Worth]) -> bool {
    let ends = answering.first().zip(answering.last()).map(|(first, last)| [shown(first), shown(last)]);
    ends.is_some_and(|[first, last]| {
        (first.mean - last.mean).abs() > 2.0 * libm::hypot(first.mc_error, last.mc_error)
    })
}

/// The lifetime value with the program, or without it where there is none.
fn shown(of: &Worth) -> &Estimate {
    of.lifetime_program.as_ref().unwrap_or(&of.lifetime_baseline)
}

fn bar(source: Source, name: String, of: &Worth) -> Bar {
    let words = source.words;
    let shown = shown(of);
    let without = [("value", Value::Money(of.lifetime_baseline.mean))];
    let note = of.lifetime_program.as_ref().map(|_| words.say("chart-worth-without", &without));
    Bar {
        name,
        value: shown.mean,
        interval: (shown.p5, shown.p95),
        amount: words.money(shown.mean),
        notes: note.into_iter().collect(),
    }
}
