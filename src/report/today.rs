//! A program that runs already: how the result is headed, and what it is worth.

use super::quantity::Show;
use super::table::{Align, layout};
use crate::summary::{RunInfo, Scalar, Summary};
use crate::words::{Value, Words};

/// What a run is about: the program, and the one that runs already; `None` where there is neither.
pub fn named(run: &RunInfo, words: Words) -> Option<String> {
    Some(match (run.today.as_deref(), run.program.as_deref()) {
        (Some(today), Some(program)) => {
            words.say("run-today", &[("name", today.into()), ("program", program.into())])
        }
        (Some(today), None) => words.say("run-today-alone", &[("name", today.into())]),
        (None, program) => words.say("run-program", &[("name", program?.into())]),
    })
}

/// What a program that runs already is worth against ending it at the start; `None` where none runs, or its end was not played.
pub fn worth(summary: &Summary, show: Show) -> Option<String> {
    let (headline, words) = (&summary.headline, show.words);
    headline.get(Scalar::TodayRevenue)?;
    let line = |label: &str, scalar, gloss: String| {
        Some(vec![words.say(label, &[]), show.mean(headline.get(scalar)?), gloss])
    };
    let range = |scalar| ("range", headline.get(scalar).map(|e| show.interval(e)).unwrap_or_default().into());
    let share = headline.get(Scalar::TodayRevenueShare).map(|e| show.mean(e)).unwrap_or_default();
    let share: (&str, Value) = ("share", share.into());
    let revenue = words.say("run-today-revenue-means", &[share, range(Scalar::TodayRevenue)]);
    let profit = words.say("run-today-profit-means", &[range(Scalar::TodayProfit)]);
    let net = words.say("run-today-net-means", &[range(Scalar::TodayNetEffect)]);
    let customers = words.say("run-today-customers-means", &[]);
    let opening = words.say("run-today-opening-means", &[]);
    let rows = [
        line("run-today-revenue", Scalar::TodayRevenue, revenue),
        line("run-today-profit", Scalar::TodayProfit, profit),
        line("run-today-customers", Scalar::TodayCustomers, customers),
        line("run-today-net", Scalar::TodayNetEffect, net),
        line("run-today-opening", Scalar::OpeningLiability, opening),
    ];
    let rows: Vec<_> = rows.into_iter().flatten().collect();
    Some(format!("{}\n{}", words.say("run-today-worth", &[]), layout(&rows, &[Align::Left, Align::Right])))
}
