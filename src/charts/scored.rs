//! A forecast beside what happened.

use super::backtest::purchases_by_month;
use super::spec::Chart;
use crate::fit::forecast::Forecast;
use crate::fit::headline::Headline;
use crate::fit::scored::{Held, Scored};
use crate::units::YearMonth;
use crate::words::Words;

/// Purchases month by month.
pub fn scored_chart(scored: &Scored, (customers, model): (u64, &str), words: Words<'_>) -> Chart {
    let month = |held: &Held| {
        let figure = held.of(Headline::Purchases)?;
        Some((held.until.month(), figure.forecast))
    };
    let months: Vec<(YearMonth, Forecast)> = scored.months.iter().filter_map(month).collect();
    let outside = months.iter().filter(|(_, forecast)| !forecast.covers()).count();
    let held = if outside == 0 { "all" } else { "some" };
    let about = [("held", held.into()), ("outside", outside.into()), ("all", months.len().into())];
    let title = words.say("chart-kept", &about);
    let source = [
        ("customers", customers.into()),
        ("cut", scored.fitted_until.to_string().into()),
        ("model", model.into()),
        ("version", env!("CARGO_PKG_VERSION").into()),
    ];
    let footer = words.say("chart-backtest-footer", &source);
    let shown = words.say("chart-kept-shown", &[]);
    Chart::slide([title, shown, footer], purchases_by_month(&months, words), words.language())
}
