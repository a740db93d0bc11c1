//! What one of today's customers is worth, by segment and by what they answer when asked.

use super::source::Source;
use super::spec::{Bar, Bars, Chart, Picture};
use crate::summary::{Scalar, Worth};
use crate::words::{Value, capital};

/// Lifetime values with the program, those without beside them; `None` where nobody is worth anything.
pub fn chart(source: Source) -> Option<Chart> {
    let worth = &source.summary.worth;
    let segments = worth.segments.iter().map(|of| (of.name.clone(), of));
    let classes = worth.answering.iter().map(|of| (capital(&source.words.name("class", &of.name)), of));
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
    Some(source.chart(title, source.say("chart-worth-shown"), picture))
}

fn bar(source: Source, name: String, of: &Worth) -> Bar {
    let words = source.words;
    let shown = of.lifetime_program.as_ref().unwrap_or(&of.lifetime_baseline);
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
