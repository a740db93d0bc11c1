//! A sentence of the review before it is in any language: the key of a message, and what to put into it.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::figure::FigureId;
use crate::units::YearMonth;

/// One sentence, or a short run of them: a message key (`verdict-stop`) and its arguments. Every number in it is a reference
/// to a [`super::Figure`] of the same review.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sentence {
    /// Key in the message files.
    pub key: Cow<'static, str>,
    /// Arguments by the name that the message uses (`{ $net }`).
    #[serde(serialize_with = "as_map", skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(&'static str, Arg)>,
}

/// What a sentence says at one place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// A number of the review.
    Figure {
        /// Its name among the figures.
        id: FigureId,
        /// How it is written.
        style: Style,
    },
    /// Text that no language changes: a name from the design, an author with a year.
    Text(String),
    /// Text of a design file or of a command line, which stands in `review.json` as text.
    #[serde(rename = "text")]
    Code(String),
    /// Something called by its key, such as a cause: the message `KIND-KEY`, or the key itself where there is none.
    Name {
        /// What kind of thing it is.
        kind: &'static str,
        /// Its key in the design.
        key: String,
    },
    /// A calendar month (`2026-03`).
    #[serde(serialize_with = "as_text")]
    Month(YearMonth),
    /// Several, joined with commas and "and".
    List(Vec<Arg>),
    /// A sentence inside this one, without its full stop.
    Said(Box<Sentence>),
}

/// How a figure is written in a sentence. The unit, and with it the form (money, percent, months), is the figure's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// The value, rounded: `1.24 bn RUB`, `76.4 %`.
    Value,
    /// The value with a plus where it is above zero: `+1.24 bn RUB`. Shares become points: `+1.3 points`.
    Signed,
    /// Its size without the sign, for "loses 1.24 bn RUB".
    Size,
    /// The two ends of its interval: `−6.39 to −1.81 bn RUB`.
    Range,
    /// A probability in whole per cent, never a certainty that trials cannot show: `under 1 %`.
    Chance,
    /// A whole number that decides the plural form of the words around it.
    Plural,
}

impl Sentence {
    /// The sentence with this key and no argument yet.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// Adds a figure by its value.
    #[must_use]
    pub fn value(self, name: &'static str, id: FigureId) -> Self {
        self.figure(name, id, Style::Value)
    }

    /// Adds a figure by its interval.
    #[must_use]
    pub fn range(self, name: &'static str, id: FigureId) -> Self {
        self.figure(name, id, Style::Range)
    }

    /// Adds a figure in a given style.
    #[must_use]
    pub fn figure(self, name: &'static str, id: FigureId, style: Style) -> Self {
        self.with(name, Arg::Figure { id, style })
    }

    /// Adds text that no language changes.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Arg::Text(text.into()))
    }

    /// Adds something called by its key.
    #[must_use]
    pub fn name(self, name: &'static str, kind: &'static str, key: impl Into<String>) -> Self {
        self.with(name, Arg::Name { kind, key: key.into() })
    }

    /// The names of all figures it refers to, nested ones included.
    pub fn figures(&self) -> Vec<&FigureId> {
        self.args.iter().flat_map(|(_, arg)| arg.figures()).collect()
    }

    /// The keys of all messages it needs, its own first.
    pub fn keys(&self) -> Vec<&str> {
        let nested = self.args.iter().flat_map(|(_, arg)| arg.keys());
        std::iter::once(self.key.as_ref()).chain(nested).collect()
    }
}

impl Arg {
    /// The names of the figures it refers to.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            Self::Figure { id, .. } => vec![id],
            Self::Text(_) | Self::Code(_) | Self::Name { .. } | Self::Month(_) => Vec::new(),
            Self::List(args) => args.iter().flat_map(Self::figures).collect(),
            Self::Said(sentence) => sentence.figures(),
        }
    }

    /// The keys of the messages it needs, names apart.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Self::Figure { .. } | Self::Text(_) | Self::Code(_) | Self::Name { .. } | Self::Month(_) => {
                Vec::new()
            }
            Self::List(args) => args.iter().flat_map(Self::keys).collect(),
            Self::Said(sentence) => sentence.keys(),
        }
    }
}

/// Shorthand for [`Sentence::new`].
pub fn say(key: &'static str) -> Sentence {
    Sentence::new(key)
}

/// Something called by its key: the message `KIND-KEY`, or the key itself where there is none.
pub fn name(kind: &'static str, key: impl Into<String>) -> Arg {
    Arg::Name { kind, key: key.into() }
}

fn as_map<S: Serializer>(args: &[(&'static str, Arg)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(args.iter().map(|(name, arg)| (name, arg)))
}

fn as_text<S: Serializer>(month: &YearMonth, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(month)
}
