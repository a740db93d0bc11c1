//! What the charts say, from the message files: labels here, the sentence above each chart in [`messages`].

mod messages;

pub use messages::{
    Fatigue, churn, effect, liability, margin_loss, net_effect, nps, retention, uplift, waterfall,
};

use super::spec::AxisUnit;
use crate::summary::{Probability, RunInfo, Scalar};
use crate::units::Money;
use crate::words::{Scale, Value, Words, capital};

/// A column of amounts in one unit, with as many decimals as the largest needs.
#[derive(Debug, Clone)]
pub struct Amounts<'w> {
    words: Words<'w>,
    scale: Scale,
    decimals: usize,
    unit: String,
}

impl<'w> Amounts<'w> {
    /// A column for these amounts.
    pub fn new(words: Words<'w>, unit: &AxisUnit, amounts: impl Iterator<Item = f64>) -> Self {
        let largest = amounts.map(f64::abs).filter(|a| a.is_finite()).fold(0.0, f64::max);
        let (scale, unit) = match unit {
            AxisUnit::Money(currency) => {
                let scale = Scale::of(largest);
                (scale, words.unit(scale, words.with_currency(currency).currency()))
            }
            AxisUnit::Percent | AxisUnit::SharePoints => {
                (Scale::PERCENT, words.say("chart-unit-points", &[]))
            }
            AxisUnit::NpsPoints | AxisUnit::Change | AxisUnit::Count | AxisUnit::Plain => {
                (Scale::ONE, String::new())
            }
        };
        let decimals = match largest / scale.divisor {
            shown if shown >= 1000.0 => 0,
            shown if shown >= 10.0 => 1,
            _ => 2,
        };
        Self { words, scale, decimals, unit }
    }

    /// An amount with its sign: `+12.3 m RUB`.
    pub fn signed(&self, amount: f64) -> String {
        self.with_unit(&self.words.signed_fixed(amount / self.scale.divisor, self.decimals))
    }

    /// Where an amount lies in 90 % of all trials, as lines of text.
    pub fn interval(&self, low: f64, high: f64) -> [String; 2] {
        let [low, high] = [low, high].map(|v| v / self.scale.divisor);
        let range = self.words.fixed_range(low, high, self.decimals);
        [self.words.say("chart-spread-head", &[]), self.with_unit(&range)]
    }

    fn with_unit(&self, number: &str) -> String {
        format!("{number} {}", self.unit).trim_end().to_owned()
    }
}

/// Where a chart comes from.
pub fn footer(words: Words<'_>, run: &RunInfo) -> String {
    let partial = if run.partial {
        let done = [("trials", Value::from(run.trials)), ("asked", run.trials_asked.into())];
        words.say("chart-partial", &done)
    } else {
        String::new()
    };
    let source = [
        ("title", run.title.as_str().into()),
        ("hash", run.design_hash.chars().take(12).collect::<String>().into()),
        ("seed", run.seed.to_string().into()),
        ("trials", run.trials.into()),
        ("customers", run.customers.into()),
        ("version", run.version.as_str().into()),
        ("partial", partial.into()),
    ];
    words.say("chart-source", &source)
}

/// Value and spread of a line in its last month.
pub fn end_of_line(words: Words<'_>, unit: &AxisUnit, last: f64, spread: Option<(f64, f64)>) -> Vec<String> {
    let spread = spread.filter(|(low, high)| low.is_finite() && high.is_finite());
    let (value, range) = match unit {
        AxisUnit::Percent => (words.percent(last), spread.map(|(low, high)| words.percent_range(low, high))),
        AxisUnit::SharePoints => {
            (words.signed_points(last), spread.map(|(low, high)| words.points_range(low, high)))
        }
        AxisUnit::Change => {
            (words.signed_fixed(last, 1), spread.map(|(low, high)| words.fixed_range(low, high, 1)))
        }
        AxisUnit::Money(_) => (words.money(last), spread.map(|(low, high)| words.money_range(low, high))),
        AxisUnit::NpsPoints | AxisUnit::Count | AxisUnit::Plain => {
            (words.fixed(last, 1), spread.map(|(low, high)| words.fixed_range(low, high, 1)))
        }
    };
    let spread = range.map(|range| words.say("chart-spread", &[("range", whole(&range).into())]));
    std::iter::once(value).chain(spread).collect()
}

/// Mean monthly rates of a cause, without and with the program.
pub fn churn_rates(words: Words<'_>, without: f64, with: Option<f64>) -> String {
    let rate = |rate: f64| Value::Number(rate * 100.0, 2);
    let text = match with {
        Some(with) => words.say("chart-churn-rates", &[("without", rate(without)), ("with", rate(with))]),
        None => words.say("chart-churn-rate", &[("rate", rate(without))]),
    };
    whole(&text)
}

/// Row of the waterfall: revenue at list prices less cost of goods.
pub fn sales(words: Words<'_>, change: Money) -> String {
    words.say(
        if change < Money::NONE { "chart-waterfall-lost-sales" } else { "chart-waterfall-more-sales" },
        &[],
    )
}

/// Name of a step of the waterfall.
pub fn step(words: Words<'_>, bar: Scalar) -> String {
    let key = bar.key();
    capital(&words.name("step", key.strip_prefix("step_").unwrap_or(key)))
}

/// How often something happened in the trials, as everywhere else.
pub fn chance(probability: &Probability) -> Value {
    let Probability { share, low, high, .. } = *probability;
    Value::ProbabilityWithin(share.get(), low.get(), high.get())
}

/// How often it did not.
pub fn chance_of_none(probability: &Probability) -> Value {
    let [share, low, high] =
        [probability.share, probability.high, probability.low].map(|share| share.complement().get());
    Value::ProbabilityWithin(share, low, high)
}

/// Says how often the program loses, and how much then.
pub fn losing(words: Words<'_>, probability: &Probability, mean: Option<Money>) -> String {
    let losing = chance(probability);
    match mean {
        Some(mean) => words.say("chart-net-below-mean", &[("losing", losing), ("mean", mean.into())]),
        None => words.say("chart-net-below", &[("losing", losing)]),
    }
}

/// The text as one word for line breaks.
fn whole(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
