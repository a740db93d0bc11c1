//! The tables of the story.

use super::track::{Count, months};
use crate::design::{Design, Distribution, Refitted};
use crate::fit::forecast::Forecast;
use crate::fit::headline::Headline;
use crate::fit::scored::{Compared, Held, Scored};
use crate::report::calibration::{Table, error, heads};
use crate::words::{Words, capital};

/// Keys of segments that are shown.
const PLAIN: [&str; 3] = ["share", "purchases_per_year", "basket"];

/// What a figure is called in the middle of a sentence.
pub fn called(headline: Headline, words: Words<'_>) -> String {
    let key = match headline {
        Headline::Purchases => "refit-purchases",
        Headline::Buyers => "refit-buyers",
        Headline::Spend => "refit-spend",
        Headline::Receipt => "refit-receipt",
        Headline::Newcomers => "refit-newcomers",
    };
    words.say(key, &[])
}

fn name(headline: Headline, words: Words<'_>) -> String {
    capital(&called(headline, words))
}

fn value(figure: &Compared, value: f64, words: Words<'_>) -> String {
    if figure.headline.is_money() { words.money(value) } else { words.about(value) }
}

fn range(figure: &Compared, words: Words<'_>) -> String {
    let (low, high) = (figure.forecast.low, figure.forecast.high);
    if figure.headline.is_money() { words.money_range(low, high) } else { words.about_range(low, high) }
}

/// Where a number came out, for messages that choose by it.
pub fn place(forecast: &Forecast) -> &'static str {
    match forecast {
        forecast if forecast.covers() => "inside",
        forecast if forecast.actual > forecast.high => "above",
        _ => "below",
    }
}

/// The same in words.
pub fn told_of(forecast: &Forecast, words: Words<'_>) -> String {
    let key = match place(forecast) {
        "inside" => "refit-inside",
        "above" => "refit-above",
        _ => "refit-below",
    };
    words.say(key, &[])
}

/// The whole time, all headlines.
pub fn total(held: &Held, words: Words<'_>) -> Table {
    let row = |figure: &Compared| {
        vec![
            name(figure.headline, words),
            value(figure, figure.forecast.expected, words),
            range(figure, words),
            value(figure, figure.forecast.actual, words),
            if figure.forecast.actual > 0.0 {
                error(words, figure.forecast.error())
            } else {
                words.undefined()
            },
            told_of(&figure.forecast, words),
        ]
    };
    let mut head = vec![words.say("refit-days", &days(held))];
    head.extend(heads(
        words,
        [
            "calibrate-test-forecast",
            "calibrate-test-range",
            "calibrate-test-actual",
            "calibrate-test-error",
            "refit-place",
        ],
    ));
    Table { caption: words.say("refit-whole", &[]), head, rows: held.figures.iter().map(row).collect() }
}

/// The first and the last day.
pub fn days(held: &Held) -> [(&'static str, crate::words::Value); 2] {
    [("from", held.from.to_string().into()), ("until", held.until.to_string().into())]
}

/// One headline, month by month.
pub fn monthly(scored: &Scored, headline: Headline, words: Words<'_>) -> Option<Table> {
    let row = |held: &Held| {
        let figure = held.of(headline)?;
        Some(vec![
            capital(&words.month(held.until.month())),
            value(figure, figure.forecast.expected, words),
            range(figure, words),
            value(figure, figure.forecast.actual, words),
            told_of(&figure.forecast, words),
        ])
    };
    let rows: Vec<Vec<String>> = scored.months.iter().filter_map(row).collect();
    let keys = [
        "refit-figure",
        "calibrate-test-forecast",
        "calibrate-test-range",
        "calibrate-test-actual",
        "refit-place",
    ];
    let mut head = heads(words, keys);
    head[0] = words.say("refit-by-month", &[("figure", name(headline, words).into())]);
    (!rows.is_empty()).then(|| Table { caption: String::new(), head, rows })
}

/// How many figures have been within their intervals so far.
pub fn so_far(scored: &[Scored], words: Words<'_>) -> Table {
    let told =
        |count: Count| words.say("refit-of", &[("inside", count.inside.into()), ("all", count.all.into())]);
    let row = |headline: Headline| {
        let (monthly, whole) = (
            Count::of(months(scored), headline),
            Count::of(scored.iter().map(|scored| &scored.total), headline),
        );
        (monthly.all > 0).then(|| vec![name(headline, words), told(monthly), told(whole)])
    };
    Table {
        caption: words.say("refit-all", &[]),
        head: heads(words, ["refit-figure", "refit-months-inside", "refit-whole-inside"]),
        rows: Headline::ALL.into_iter().filter_map(row).collect(),
    }
}

/// What is called by a path of a design: segments by their names.
fn number(path: &str, design: &Design, words: Words<'_>) -> String {
    let named = path.strip_prefix("segment[").and_then(|rest| rest.split_once(']')).and_then(|(at, key)| {
        let segment = design.segments.get(at.parse::<usize>().ok()?)?;
        Some(format!("segment[{}]{key}", segment.name))
    });
    capital(&words.number(named.as_deref().unwrap_or(path)))
}

/// A number with its standard error, where it has one; others by their most likely value.
fn stated(path: &str, design: &Design, words: Words<'_>) -> Option<String> {
    let stated = &design.numbers[design.numbers.find(path)?].distribution;
    Some(match *stated {
        Distribution::Normal { mean, sd } => words.with_error(mean, sd),
        _ => words.number_value(path, stated.central(), 3),
    })
}

/// Whether a number tells something without the model: shapes of distributions are in the design.
fn is_plain(path: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or(path);
    path.starts_with("business.") || PLAIN.contains(&key)
}

/// Numbers that were replaced.
pub fn replaced(refitted: &Refitted, before: &Design, words: Words<'_>) -> Option<Table> {
    let now = &refitted.design;
    let row = |path: &String| {
        let (then, since) = (stated(path, before, words)?, stated(path, now, words)?);
        (then != since).then(|| vec![number(path, now, words), then, since])
    };
    let telling = refitted.replaced.iter().filter(|path| is_plain(path));
    let rows: Vec<Vec<String>> = telling.filter_map(row).collect();
    (!rows.is_empty()).then(|| Table {
        caption: words.say("refit-replaced", &[]),
        head: heads(words, ["refit-number", "refit-before", "refit-now"]),
        rows,
    })
}

/// Numbers that somebody has changed, as they stand.
pub fn kept(refitted: &Refitted, words: Words<'_>) -> Vec<String> {
    let design = &refitted.design;
    let one = |path: &String| {
        let value = stated(path, design, words)?;
        let named = [("number", number(path, design, words).into()), ("value", value.into())];
        Some(words.say("refit-kept-one", &named))
    };
    refitted.kept.iter().filter_map(one).collect()
}
