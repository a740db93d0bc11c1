//! A forecast of months that the model did not see, beside what happened.

use super::spec::{AxisUnit, Band, Chart, Curve, Curves, Line, Lines, Months, Picture, Voice};
use crate::fit::backtest::{BackTest, Class};
use crate::fit::forecast::Forecast;
use crate::fit::uncertainty::Z90;
use crate::units::YearMonth;
use crate::words::Words;

/// Half of a normal distribution lies within so much of what 90 % of it lie within.
const HALF: f64 = 0.674_490 / Z90;
/// A forecast that is closer than this is about right.
const NEAR: f64 = 0.1;
/// Repeat purchases from which a customer bought often.
const OFTEN: usize = 3;

/// The months, and customers by what they bought before.
pub fn backtest_charts(test: &BackTest, model: &str, words: Words<'_>) -> [Chart; 2] {
    let chart = |title: String, subtitle: &str, picture: Picture| {
        let source = [
            ("customers", test.customers.into()),
            ("cut", test.cut.to_string().into()),
            ("model", model.into()),
            ("version", env!("CARGO_PKG_VERSION").into()),
        ];
        let footer = words.say("chart-backtest-footer", &source);
        Chart::slide([title, words.say(subtitle, &[]), footer], picture, words.language())
    };
    let all = test.purchases;
    let side = if all.actual > all.expected { "above" } else { "below" };
    let covers = if all.covers() { "yes" } else { "no" };
    let title = words.say("chart-backtest-months", &[("covers", covers.into()), ("side", side.into())]);
    let often = words.say("chart-backtest-classes", &[("off", off(test).into())]);
    [
        chart(title, "chart-backtest-shown", purchases_by_month(&test.months, words)),
        chart(often, "chart-backtest-classes-shown", classes(test, words)),
    ]
}

/// How the forecast of frequent buyers came out.
fn off(test: &BackTest) -> &'static str {
    let often = &test.classes[OFTEN..];
    let (expected, actual): (f64, f64) =
        often.iter().fold((0.0, 0.0), |sum, class| (sum.0 + class.expected, sum.1 + class.actual));
    match expected / actual {
        ratio if (1.0 - NEAR..=1.0 + NEAR).contains(&ratio) => "near",
        ratio if ratio > 1.0 => "high",
        _ => "low",
    }
}

/// Months that were forecast, with their intervals, and what they were.
pub fn purchases_by_month(months: &[(YearMonth, Forecast)], words: Words<'_>) -> Picture {
    let of = |value: fn(&Forecast) -> f64| months.iter().map(|(_, forecast)| value(forecast)).collect();
    let line = |key: &str, voice: Voice, values: Vec<f64>, band: Option<Band>| Line {
        name: words.say(key, &[]),
        details: Vec::new(),
        voice,
        values,
        band,
    };
    // intervals are symmetric in logarithms
    let band = Band {
        p5: of(|f| f.low),
        p25: of(|f| towards(f.expected, f.low)),
        p75: of(|f| towards(f.expected, f.high)),
        p95: of(|f| f.high),
    };
    let start = months.first().map_or(YearMonth::january(1970), |(month, _)| *month);
    Picture::Lines(Lines {
        months: Months { start, count: months.len() },
        axis: words.say("chart-backtest-axis", &[]),
        unit: AxisUnit::Plain,
        from_zero: true,
        lines: vec![
            line("chart-backtest-forecast", Voice::Program, of(|f| f.expected), Some(band)),
            line("chart-backtest-actual", Voice::Contrast, of(|f| f.actual), None),
        ],
        marks: Vec::new(),
    })
}

/// Where half of what lies between a forecast and an end of its interval begins.
fn towards(expected: f64, end: f64) -> f64 {
    if expected > 0.0 { expected * libm::pow(end / expected, HALF) } else { end }
}

fn classes(test: &BackTest, words: Words<'_>) -> Picture {
    let curve = |key: &str, joined: bool, value: fn(&Class) -> f64| Curve {
        name: words.say(key, &[]),
        details: Vec::new(),
        joined,
        points: (0u32..)
            .zip(&test.classes)
            .filter(|(_, class)| class.customers > 0.0)
            .map(|(at, class)| (f64::from(at), value(class) / class.customers))
            .collect(),
        intervals: Vec::new(),
        tags: Vec::new(),
    };
    Picture::Curves(Curves {
        across: (words.say("chart-backtest-across", &[]), AxisUnit::Count),
        up: (words.say("chart-backtest-up", &[]), AxisUnit::Plain),
        zero: true,
        curves: vec![
            curve("chart-backtest-actual", false, |class| class.actual),
            curve("chart-backtest-forecast", true, |class| class.expected),
        ],
        marks: Vec::new(),
    })
}
