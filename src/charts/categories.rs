//! Whose the profit is: earned from each category of customers, good and bad.

use super::source::Source;
use super::spec::{Bar, Bars, Chart, Picture};
use crate::summary::CategorySummary;
use crate::words::{Value, capital};

/// What was earned from the customers of each category, how many they were and are, and how much of the profit is bad; `None` if
/// nothing was earned from anybody.
pub fn chart(source: Source) -> Option<Chart> {
    let categories = &source.summary.categories;
    let share = |of: &[CategorySummary], part: fn(&CategorySummary) -> f64| {
        let all: f64 = of.iter().map(|c| c.profit.mean).sum();
        (all > 0.0).then(|| of.iter().map(part).sum::<f64>() / all)
    };
    let shown = categories.shown();
    let good = share(shown, |c| c.good_profit.mean)?;
    let bad = share(shown, |c| c.bad_profit.mean)?;
    let without =
        categories.program.as_ref().and_then(|_| share(&categories.baseline, |c| c.bad_profit.mean));
    let bad = ("bad", Value::WholePercent(bad));
    let title = match without {
        None => source.words.say("chart-categories-alone", &[bad, ("good", Value::WholePercent(good))]),
        Some(without) => {
            source.words.say("chart-categories", &[bad, ("without", Value::WholePercent(without))])
        }
    };
    let bars = shown.iter().filter(|c| c.start.mean + c.came.mean + c.moved_in.mean > 0.0);
    let picture = Picture::Bars(Bars {
        axis: source.say("chart-categories-axis"),
        unit: source.money(),
        bars: bars.map(|category| bar(source, category)).collect(),
    });
    Some(source.chart(title, source.say("chart-categories-shown"), picture))
}

fn bar(source: Source, category: &CategorySummary) -> Bar {
    let words = source.words;
    let customers = [("start", Value::About(category.start.mean)), ("end", Value::About(category.end.mean))];
    let bad = category.bad_profit.mean / category.profit.mean;
    let notes = [
        Some(words.say("chart-categories-customers", &customers)),
        (bad.is_finite() && category.profit.mean > 0.0)
            .then(|| words.say("chart-categories-bad", &[("share", Value::WholePercent(bad))])),
    ];
    Bar {
        name: capital(&words.name("category", category.category)),
        value: category.profit.mean,
        interval: (category.profit.p5, category.profit.p95),
        amount: words.money(category.profit.mean),
        notes: notes.into_iter().flatten().collect(),
    }
}
