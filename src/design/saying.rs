//! What is to be said, in no language yet: the key of a message and what it is filled with. `words` says it.

use crate::units::{Range, YearMonth, as_written};
use std::fmt;

/// A sentence, or a part of one, that a message file of every language has under `key`.
///
/// [`fmt::Display`] writes it for logs: the key and the arguments, no sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Saying {
    /// The key of the message.
    pub key: &'static str,
    /// What fills the variables of the message.
    pub args: Vec<(&'static str, Arg)>,
}

/// What fills a variable of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A key, a path, a name or other text of a design or a command line, as it stands there.
    Text(String),
    /// A number as one writes it in a design.
    Number(f64),
    /// A number of things or months; chooses plurals.
    Count(u64),
    /// The values allowed.
    Range(Range),
    /// A calendar month as one writes it in a design.
    Month(YearMonth),
    /// `a, b or c`.
    AnyOf(Vec<String>),
    /// `a, b and c`.
    AllOf(Vec<String>),
    /// A part of the sentence that is a message of its own.
    Saying(Box<Saying>),
    /// What the key at this path of the design format means.
    Meaning(String),
    /// What to do about a wrong value of the key at this path of the design format.
    Remedy(String),
    /// All that is wrong with a design, one after the other: what, and what to do where the message `KEY-help` does not say it.
    Faults(Vec<(Saying, Option<Saying>)>),
}

impl Saying {
    /// The message `key`, which has no variables or gets them by [`Self::with`].
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same with the variable `name` filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// The words after the first one of the key, as a code: `fault-unknown-key` is `design::unknown_key`.
    pub(super) fn code(&self) -> String {
        let (_, name) = self.key.split_once('-').unwrap_or(("", self.key));
        format!("design::{}", name.replace('-', "_"))
    }
}

impl Arg {
    /// A number that was computed, to `decimals` digits after the point: nobody has written it.
    pub fn rounded(value: f64, decimals: i32) -> Self {
        let step = libm::pow(10.0, f64::from(decimals));
        // Adding 0 makes the sum of nothing, -0, a plain 0.
        Self::Number((value * step).round() / step + 0.0)
    }

    /// One of these.
    pub fn any_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::AnyOf(words.into_iter().map(str::to_owned).collect())
    }

    /// All of these.
    pub fn all_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::AllOf(words.into_iter().map(str::to_owned).collect())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<Range> for Arg {
    fn from(range: Range) -> Self {
        Self::Range(range)
    }
}

impl From<YearMonth> for Arg {
    fn from(month: YearMonth) -> Self {
        Self::Month(month)
    }
}

impl From<Saying> for Arg {
    fn from(saying: Saying) -> Self {
        Self::Saying(Box::new(saying))
    }
}

impl fmt::Display for Saying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)?;
        for (place, (name, arg)) in self.args.iter().enumerate() {
            write!(f, "{}{name}: {arg}", if place == 0 { " (" } else { ", " })?;
        }
        f.write_str(if self.args.is_empty() { "" } else { ")" })
    }
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Meaning(text) | Self::Remedy(text) => f.write_str(text),
            Self::Number(value) => f.write_str(&as_written(*value)),
            Self::Count(count) => write!(f, "{count}"),
            Self::Range(range) => write!(f, "{}..{}", as_written(range.min), as_written(range.max)),
            Self::Month(month) => write!(f, "{month}"),
            Self::AnyOf(words) | Self::AllOf(words) => f.write_str(&words.join(", ")),
            Self::Saying(saying) => write!(f, "{saying}"),
            Self::Faults(faults) => {
                let all: Vec<String> = faults.iter().map(|(what, _)| what.to_string()).collect();
                f.write_str(&all.join("; "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logs_get_keys_and_values() {
        let inner = Saying::new("reason-empty");
        let saying = Saying::new("fault-number-form").with("path", "business.nps").with("reason", inner);
        assert_eq!(saying.to_string(), "fault-number-form (path: business.nps, reason: reason-empty)");
        assert_eq!(saying.code(), "design::number_form");
        assert_eq!(Arg::rounded(0.123_456, 2), Arg::Number(0.12));
    }
}
