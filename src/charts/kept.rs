//! A forecast that was kept, beside what happened.

use super::backtest::purchases_by_month;
use super::spec::Chart;
use crate::fit::forecast::Forecast;
use crate::fit::headline::Headline;
use crate::fit::kept::{Held, Kept};
use crate::units::YearMonth;
use crate::words::Words;

/// Purchases month by month.
pub fn kept_chart(kept: &Kept, (customers, model): (u64, &str), words: Words<'_>) -> Chart {
    let month = |held: &Held| {
        let figure = held.of(Headline::Purchases)?;
        let promised = figure.promised;
        let (expected, low, high) = (promised.expected, promised.low, promised.high);
        Some((held.until.month(), Forecast { expected, low, high, actual: figure.actual }))
    };
    let months: Vec<(YearMonth, Forecast)> = kept.months.iter().filter_map(month).collect();
    let outside = months.iter().filter(|(_, forecast)| !forecast.covers()).count();
    let held = if outside == 0 { "all" } else { "some" };
    let about = [("held", held.into()), ("outside", outside.into()), ("all", months.len().into())];
    let title = words.say("chart-kept", &about);
    let source = [
        ("customers", customers.into()),
        ("cut", kept.fitted_until.to_string().into()),
        ("model", model.into()),
        ("version", env!("CARGO_PKG_VERSION").into()),
    ];
    let footer = words.say("chart-backtest-footer", &source);
    let shown = words.say("chart-kept-shown", &[]);
    Chart::slide([title, shown, footer], purchases_by_month(&months, words), words.language())
}
