//! A review in a language: its sentences filled with its figures.

use std::cell::RefCell;

use super::content::Review;
use super::figure::{Figure, FigureId, Figures, Form};
use super::interval::Spread;
use super::named::Owners;
use super::sentence::{Arg, Sentence, Style};
use crate::words::{self, Value, Words};

/// A piece of a told sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Plain(String),
    /// A number.
    Figure {
        /// Its name among the figures.
        id: FigureId,
        /// How it is written here.
        text: String,
    },
}

impl Review {
    /// A sentence of this review as `words` say it.
    pub fn tell(&self, sentence: &Sentence, words: Words<'_>) -> String {
        Teller::new(&self.figures, &self.owners, words).sentence(sentence)
    }

    /// A cell of a table, or an argument of a sentence, as `words` write it.
    pub fn tell_arg(&self, arg: &Arg, words: Words<'_>) -> String {
        Teller::new(&self.figures, &self.owners, words).arg(arg)
    }

    /// The same as [`Review::tell`] in pieces, so that a page can link every number to its figure.
    pub fn pieces(&self, sentence: &Sentence, words: Words<'_>) -> Vec<Piece> {
        self.in_pieces(words, |teller| teller.sentence(sentence))
    }

    /// The same as [`Review::tell_arg`] in pieces.
    pub fn arg_pieces(&self, arg: &Arg, words: Words<'_>) -> Vec<Piece> {
        self.in_pieces(words, |teller| teller.arg(arg))
    }

    fn in_pieces(&self, words: Words<'_>, tell: impl Fn(&Teller<'_>) -> String) -> Vec<Piece> {
        let teller =
            Teller { found: Some(RefCell::default()), ..Teller::new(&self.figures, &self.owners, words) };
        let text = tell(&teller);
        let found = teller.found.map(RefCell::into_inner).unwrap_or_default();
        let piece = |piece| match piece {
            words::Piece::Plain(text) => Piece::Plain(text),
            words::Piece::Marked(number, text) => match found.get(usize::from(number)) {
                Some(id) => Piece::Figure { id: id.clone(), text },
                None => Piece::Plain(text),
            },
        };
        words::pieces(&text).into_iter().map(piece).collect()
    }
}

/// Tells sentences; on request it marks every figure and notes its name.
pub struct Teller<'a> {
    figures: &'a Figures,
    owners: &'a Owners,
    words: Words<'a>,
    found: Option<RefCell<Vec<FigureId>>>,
}

impl<'a> Teller<'a> {
    /// Tells sentences about `figures`, without marks.
    pub fn new(figures: &'a Figures, owners: &'a Owners, words: Words<'a>) -> Self {
        Self { figures, owners, words, found: None }
    }

    /// The sentence.
    pub fn sentence(&self, sentence: &Sentence) -> String {
        let arguments: Vec<_> = sentence.args.iter().map(|(name, arg)| (*name, self.value(arg))).collect();
        self.words.say(&sentence.key, &arguments)
    }

    fn arg(&self, arg: &Arg) -> String {
        match arg {
            Arg::Month(month) => self.words.month(*month),
            other => self.value(other).say(self.words),
        }
    }

    fn value(&self, arg: &Arg) -> Value {
        match arg {
            Arg::Figure { id, style } => match self.figures.get(id) {
                Some(figure) => self.marked(id, shown(figure, *style, self.words)),
                None => Value::Text(id.to_string()),
            },
            Arg::Text(text) | Arg::Code(text) => Value::Text(text.clone()),
            Arg::Name { kind: "number", key } => {
                let number = self.owners.number(key, self.words);
                Value::Text(number.unwrap_or_else(|| key.clone()))
            }
            Arg::Name { kind, key } => Value::Name(kind, key.clone()),
            Arg::Month(month) => Value::Month(*month),
            Arg::List(args) => {
                let items: Vec<String> = args.iter().map(|arg| self.arg(arg)).collect();
                Value::Text(self.words.list(&items))
            }
            Arg::Said(sentence) => Value::Text(self.sentence(sentence)),
        }
    }

    fn marked(&self, id: &FigureId, value: Value) -> Value {
        let Some(found) = &self.found else { return value };
        let mut found = found.borrow_mut();
        found.push(id.clone());
        Value::Marked((found.len() - 1) as u16, Box::new(value))
    }
}

/// A figure in a style, as a value that every language writes its own way.
fn shown(figure: &Figure, style: Style, words: Words<'_>) -> Value {
    let value = figure.value;
    match (style, figure.low, figure.high) {
        (Style::Range, Some(low), Some(high)) if low < high => range(figure.unit, low, high),
        (Style::Signed, ..) => signed(figure.unit, value, words),
        (Style::Size, ..) => plain(figure.unit, value.abs(), words),
        (Style::Chance, Some(low), Some(high)) if figure.interval == Spread::Confidence => {
            Value::ProbabilityWithin(value, low, high)
        }
        (Style::Chance, ..) => Value::Probability(value),
        (Style::Plural, ..) => Value::Count(value),
        (Style::Range | Style::Value, ..) if figure.interval == Spread::None => {
            exact(figure.unit, value, words)
        }
        (Style::Range | Style::Value, ..) => plain(figure.unit, value, words),
    }
}

/// A number without doubt, such as a threshold: `50 %` and `20 EUR`, not `50.0 %` and `20.0 EUR`.
fn exact(form: Form, value: f64, words: Words<'_>) -> Value {
    let whole = |value: f64| libm::fabs(value - libm::round(value)) < 1e-9;
    match form {
        Form::Share if whole(100.0 * value) => Value::WholePercent(value),
        Form::Money if whole(value) && value.abs() < 1000.0 => {
            Value::Text(format!("{}\u{a0}{}", words.fixed(value, 0), words.currency()))
        }
        Form::Times if whole(value) => Value::Count(value),
        Form::NpsPoints if whole(value) => Value::Number(value, 0),
        Form::SharePoints if whole(100.0 * value) => in_points(Value::Number(100.0 * value, 0), words),
        _ => plain(form, value, words),
    }
}

fn plain(form: Form, value: f64, words: Words<'_>) -> Value {
    match form {
        Form::Money => Value::Money(value),
        Form::Share => Value::Percent(value),
        Form::SharePoints => points(value, words),
        Form::Chance => Value::Probability(value),
        Form::NpsPoints => Value::Number(value, 1),
        Form::Months if value < 9.95 => {
            Value::Number(value, fewest(value, if value < 0.095 { 2 } else { 1 }))
        }
        Form::Months => Value::Number(value, 0),
        Form::Customers => Value::About(value),
        Form::Count if value.fract() == 0.0 => Value::Count(value),
        Form::Count => {
            Value::Number(value, fewest(value, if value.abs() < 0.01 { 6 } else { decimals(value) }))
        }
        Form::Times => Value::Number(value, decimals(value)),
    }
}

fn signed(form: Form, value: f64, words: Words<'_>) -> Value {
    match form {
        Form::Money => Value::SignedMoney(value),
        Form::SharePoints => Value::Points(value),
        Form::NpsPoints => Value::Signed(value, 1),
        Form::Customers => Value::SignedAbout(value),
        Form::Share | Form::Chance | Form::Months | Form::Count | Form::Times => plain(form, value, words),
    }
}

fn range(form: Form, low: f64, high: f64) -> Value {
    match form {
        Form::Money => Value::MoneyRange(low, high),
        Form::Share | Form::Chance => Value::PercentRange(low, high),
        Form::SharePoints => Value::PointsRange(low, high),
        Form::NpsPoints => Value::NumberRange(low, high, 1),
        Form::Months => {
            Value::NumberRange(low, high, fewest(low, 1).max(fewest(high, 1)).min(usize::from(high < 9.95)))
        }
        Form::Customers => Value::AboutRange(low, high),
        Form::Count | Form::Times => Value::NumberRange(low, high, decimals(low.abs().max(high.abs()))),
    }
}

/// A difference of shares without its sign.
fn points(value: f64, words: Words<'_>) -> Value {
    in_points(Value::Number(100.0 * value, 1), words)
}

fn in_points(number: Value, words: Words<'_>) -> Value {
    Value::Text(words.say("format-points", &[("number", number)]))
}

/// The fewest decimals, at most `most`, that show `value` as exactly as `most` do: 0.6 points, not 0.60.
fn fewest(value: f64, most: usize) -> usize {
    let at = |decimals: usize| {
        let step = libm::pow(10.0, decimals as f64);
        libm::round(value * step) / step
    };
    (0..most).find(|fewer| libm::fabs(at(*fewer) - at(most)) < 1e-9).unwrap_or(most)
}

fn decimals(value: f64) -> usize {
    match value.abs() {
        size if size < 10.0 => 2,
        size if size < 1000.0 => 1,
        _ => 0,
    }
}
