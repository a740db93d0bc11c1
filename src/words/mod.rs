//! Everything a reader reads, in the reader's language: messages, numbers, money, months.
//!
//! # How to add a message
//!
//! 1. Write it in `src/words/en/FILE.ftl` *and* in `src/words/ru/FILE.ftl` under the same key, with the same variables
//!    (a new file goes into the list in `bundle.rs`). Keys are words with hyphens, the first of them says where the message
//!    is said: `run-…`, `chart-…`, `verdict-…`. The format is [Fluent](https://projectfluent.org/fluent/guide/):
//!    `run-saved = { $count -> [one] { $count } customer *[other] { $count } customers }`, one line per variant.
//!    Russian needs `[one]` (1, 21), `[few]` (2–4), `[many]` (5–20) and `*[other]` (1,5).
//! 2. Say it: `words.say("run-price", &[("price", Value::Money(price)), ("saved", Value::About(saved))])`.
//!    Write the key as one literal, even in a table: `tests/words.rs` looks for keys in the code, and fails when one is
//!    missing or unused, when the languages differ in their variables, or when the code gives others.
//! 3. Names that depend on data (causes, elements, bases) are messages `KIND-KEY`, read by `words.name("cause", key)`;
//!    what has no message, such as a cause the user invented, is shown as written. Numbers of a design are named by
//!    [`Words::number`] (`number.ftl`, by table and key), measures by [`Words::measure`].
//!
//! Where a design has a program that runs already, the message `KEY-goes-on` is said in the place of `KEY`, if there is one: it takes the same variables. So it is
//! with `KEY-by-contract` (in `contract.ftl`) where all customers pay by contract: there are no tills, visits or receipts.
//!
//! Give numbers as [`Value`]s, not as text: the value knows how the language writes it, and the message can choose a
//! plural by it (`Count`, `About` and `Number` only). A text can choose a variant: `{ $sign -> [up] lifts *[down] lowers }`.
//! A month is written `2026-03` by `{ $by }`, and in words by `{ MONTH($by) }`; Russian chooses a case:
//! `к { MONTH($by, case: "dative") }`. `{ CAPITAL($cause) }` begins a sentence with a name. Spaces where no line may break (before units, before dashes, after short Russian
//! words) are set by [`Words::say`]; don't write them. For plain text, [`breakable`] takes them out.

mod bundle;
mod catalogue;
mod explain;
mod format;
mod inputs;
mod marks;
mod months;
mod numbers;
mod parts;
mod problems;
mod starter;
pub mod study;
mod tell;
mod typed;
mod typeset;
mod value;

pub use format::{Scale, signed};
pub use marks::{Piece, pieces};
pub use numbers::unit_of_number;
pub use problems::ToldProblem;
pub use tell::harmless;
pub use typed::quoted;
pub use typeset::{breakable, capital, typeset};
pub use value::Value;

use crate::design::Design;
use std::fmt;
use std::str::FromStr;

/// A language that loyalsim speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Ru];

    /// Its code (BCP 47): `en`, `ru`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text is not the code of a language that loyalsim speaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a language of loyalsim: write en (English) or ru (Russian)")]
pub struct NotALanguage(pub String);

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let known = Self::ALL.into_iter().find(|language| language.code() == text);
        known.ok_or_else(|| NotALanguage(text.to_owned()))
    }
}

/// Speaks one language about one design: knows its messages, its numbers and the currency. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    language: Language,
    currency: &'a str,
    today: bool,
    by_contract: bool,
}

impl Words<'static> {
    /// Speaks `language`; money has no currency yet.
    pub const fn new(language: Language) -> Self {
        Self { language, currency: "", today: false, by_contract: false }
    }
}

impl<'a> Words<'a> {
    /// The same with money in `currency`, a code such as `RUB` (ISO 4217).
    pub fn with_currency(self, currency: &str) -> Words<'_> {
        Words { currency, language: self.language, today: self.today, by_contract: self.by_contract }
    }

    /// The same about a design: in its currency, beside the program that runs already if there is one, and without tills where all customers pay by contract.
    pub fn of_design(self, design: &Design) -> Words<'_> {
        let words = Self { by_contract: design.is_by_contract(), ..self };
        words.with_currency(&design.currency).beside_today(design.today.is_some())
    }

    /// The same about a design with a program that runs already, where `today` says so: messages that have a twin `KEY-goes-on` are said as that one,
    /// since the baseline is then that it goes on.
    pub fn beside_today(self, today: bool) -> Self {
        Self { today, ..self }
    }

    /// The language spoken.
    pub fn language(self) -> Language {
        self.language
    }

    /// The currency of money: as people write it in this language.
    pub fn currency(self) -> &'a str {
        match (self.language, self.currency) {
            (Language::Ru, "RUB") => "₽",
            (Language::Ru, "EUR") => "€",
            (Language::Ru, "USD") => "$",
            (_, code) => code,
        }
    }

    /// The message `key` with its variables filled in. A key without a message is said as it stands, which no released
    /// version does: `tests/words.rs` sees to it.
    pub fn say(self, key: &str, arguments: &[(&'static str, Value)]) -> String {
        self.said(key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// The message `key`, or the one that takes its place.
    fn said(self, key: &str, arguments: &[(&'static str, Value)]) -> Option<String> {
        let twins = [(self.by_contract, "-by-contract"), (self.today, "-goes-on")];
        let twins = twins.into_iter().filter(|(holds, _)| *holds);
        let mut said = twins.filter_map(|(_, end)| bundle::message(self, &format!("{key}{end}"), arguments));
        said.next().or_else(|| bundle::message(self, key, arguments))
    }

    /// Whether there is a message `key` in the language.
    pub fn has(self, key: &str) -> bool {
        bundle::has(self.language, key)
    }

    /// What the thing called `key` in a design is called in a sentence: the message `KIND-KEY`; without one, the key itself
    /// with spaces for underscores.
    pub fn name(self, kind: &str, key: &str) -> String {
        self.said(&format!("{kind}-{}", key.replace('_', "-")), &[]).unwrap_or_else(|| key.replace('_', " "))
    }

    /// A cause of leaving, in the middle of a sentence: `staff attitude`.
    pub fn cause(self, key: &str) -> String {
        self.name("cause", key)
    }

    /// `named` and how many others there are: `a, b and 3 more`.
    pub fn and_more(self, named: String, others: usize) -> String {
        match others {
            0 => named,
            _ => self.say("format-and-more", &[("what", named.into()), ("count", others.into())]),
        }
    }

    /// Several things in a row: `a, b and c`.
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.say(
                "format-list",
                &[("first", Value::Text(first.join(", "))), ("last", Value::Text(last.clone()))],
            ),
        }
    }
}

#[cfg(test)]
mod tests;
