//! What a message can be filled with.

use super::Words;
use super::marks::marked;
use crate::units::{Money, Share, YearMonth};

/// A variable of a message: a quantity with its unit, so that every language writes it its own way.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words as they are: names from the design, codes to choose a variant by.
    Text(String),
    /// A whole number, exact: `4,000,000`. Chooses plurals.
    Count(f64),
    /// An estimate of a number of things, to three significant digits: `12,300`, `3.46 m`. Chooses plurals.
    About(f64),
    /// An estimate with its sign: `+12,300`.
    SignedAbout(f64),
    /// An estimate with its Monte Carlo error: `12,300 ± 200`.
    AboutWithError(f64, f64),
    /// Two estimates: `−120 to 340`.
    AboutRange(f64, f64),
    /// A number with so many digits after the point: `25.0`. Chooses plurals.
    Number(f64, usize),
    /// The same with its sign: `+1.3`.
    Signed(f64, usize),
    /// Two numbers with so many digits after the point: `−1.2 to 3.4`.
    NumberRange(f64, f64, usize),
    /// An amount in the currency of the design: `1.24 bn RUB`.
    Money(f64),
    /// The same with its sign: `+1.24 bn RUB`.
    SignedMoney(f64),
    /// An amount with its Monte Carlo error: `1.24 ± 0.03 bn RUB`.
    MoneyWithError(f64, f64),
    /// Two amounts: `−120 to 340 m RUB`.
    MoneyRange(f64, f64),
    /// A share with one decimal: `76.4 %`.
    Percent(f64),
    /// A share in whole percent: `76 %`.
    WholePercent(f64),
    /// A relative change in whole percent with its sign: `−12 %`.
    SignedPercent(f64),
    /// A share with its Monte Carlo error: `76.4 ± 0.1 %`.
    PercentWithError(f64, f64),
    /// Two shares: `70.2 to 79.8 %`.
    PercentRange(f64, f64),
    /// A difference of two shares, in percentage points with its sign: `+1.3 points`.
    Points(f64),
    /// Two differences of shares: `−0.4 to 1.2 points`.
    PointsRange(f64, f64),
    /// A probability in whole percent; never a certainty: `63 %`, `over 99 %`.
    Probability(f64),
    /// A probability known from trials, with the ends of its 95 % interval: what so many of them cannot tell is not claimed.
    ProbabilityWithin(f64, f64, f64),
    /// A calendar month: `2026-03`; in words by `MONTH`.
    Month(YearMonth),
    /// Something called by its key in the design; see [`Words::name`].
    Name(&'static str, String),
    /// The value between [`marks`](super::marks), so that its place in the sentence can be found again.
    Marked(u16, Box<Value>),
}

impl Value {
    /// The value as `words` write it.
    pub fn say(&self, words: Words<'_>) -> String {
        match *self {
            Self::Text(ref text) => text.clone(),
            Self::Count(value) => words.count(value),
            Self::About(value) => words.about(value),
            Self::SignedAbout(value) => words.signed_about(value),
            Self::AboutWithError(value, error) => words.about_with_error(value, error),
            Self::AboutRange(low, high) => words.about_range(low, high),
            Self::Number(value, decimals) => words.fixed(value, decimals),
            Self::Signed(value, decimals) => words.signed_fixed(value, decimals),
            Self::NumberRange(low, high, decimals) => words.fixed_range(low, high, decimals),
            Self::Money(value) => words.money(value),
            Self::SignedMoney(value) => words.signed_money(value),
            Self::MoneyWithError(value, error) => words.money_with_error(value, error),
            Self::MoneyRange(low, high) => words.money_range(low, high),
            Self::Percent(share) => words.percent(share),
            Self::WholePercent(share) => words.whole_percent(share),
            Self::SignedPercent(share) => words.signed_percent(share),
            Self::PercentWithError(share, error) => words.percent_with_error(share, error),
            Self::PercentRange(low, high) => words.percent_range(low, high),
            Self::Points(share) => words.signed_points(share),
            Self::PointsRange(low, high) => words.points_range(low, high),
            Self::Probability(p) => words.probability(p),
            Self::ProbabilityWithin(p, low, high) => words.probability_within(p, low, high),
            Self::Month(month) => month.to_string(),
            Self::Name(kind, ref key) => words.name(kind, key),
            Self::Marked(number, ref value) => marked(number, &value.say(words)),
        }
    }
}

impl From<Money> for Value {
    fn from(amount: Money) -> Self {
        Self::Money(amount.get())
    }
}

/// With one decimal.
impl From<Share> for Value {
    fn from(share: Share) -> Self {
        Self::Percent(share.get())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count as f64)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count as f64)
    }
}

impl From<YearMonth> for Value {
    fn from(month: YearMonth) -> Self {
        Self::Month(month)
    }
}
