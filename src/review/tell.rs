//! A review in a language: its sentences filled with its figures.

use super::content::Review;
use super::figure::{Figure, Form};
use super::sentence::{Arg, Sentence, Style};
use crate::words::{Value, Words};

impl Review {
    /// A sentence of this review as `words` say it.
    pub fn tell(&self, sentence: &Sentence, words: Words<'_>) -> String {
        let arguments: Vec<_> =
            sentence.args.iter().map(|(name, arg)| (*name, self.value(arg, words))).collect();
        words.say(sentence.key, &arguments)
    }

    /// A cell of a table, or an argument of a sentence, as `words` write it.
    pub fn tell_arg(&self, arg: &Arg, words: Words<'_>) -> String {
        self.value(arg, words).say(words)
    }

    fn value(&self, arg: &Arg, words: Words<'_>) -> Value {
        match arg {
            Arg::Figure { id, style } => match self.figures.get(id) {
                Some(figure) => shown(figure, *style, words),
                None => Value::Text(id.clone()),
            },
            Arg::Text(text) => Value::Text(text.clone()),
            Arg::Name { kind, key } => Value::Name(kind, key.clone()),
            Arg::Month(month) => Value::Month(*month),
            Arg::List(args) => {
                let items: Vec<String> = args.iter().map(|arg| self.tell_arg(arg, words)).collect();
                Value::Text(words.list(&items))
            }
            Arg::Said(sentence) => Value::Text(self.tell(sentence, words)),
        }
    }
}

/// A figure in a style, as a value that every language writes its own way.
fn shown(figure: &Figure, style: Style, words: Words<'_>) -> Value {
    let value = figure.value;
    match (style, figure.low, figure.high) {
        (Style::Range, Some(low), Some(high)) if low < high => range(figure.unit, low, high),
        (Style::Signed, ..) => signed(figure.unit, value, words),
        (Style::Size, ..) => plain(figure.unit, value.abs(), words),
        (Style::Chance, ..) => Value::Probability(value),
        (Style::Plural, ..) => Value::Count(value),
        (Style::Range | Style::Value, ..) => plain(figure.unit, value, words),
    }
}

fn plain(form: Form, value: f64, words: Words<'_>) -> Value {
    match form {
        Form::Money => Value::Money(value),
        Form::Share => Value::Percent(value),
        Form::SharePoints => points(value, words),
        Form::Chance => Value::Probability(value),
        Form::NpsPoints => Value::Number(value, 1),
        Form::Months => Value::Number(value, if value < 9.95 && value.fract() != 0.0 { 1 } else { 0 }),
        Form::Customers => Value::About(value),
        Form::Count if value.fract() == 0.0 => Value::Count(value),
        Form::Count | Form::Times => Value::Number(value, decimals(value)),
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
        Form::Months => Value::NumberRange(low, high, if high < 9.95 { 1 } else { 0 }),
        Form::Customers => Value::AboutRange(low, high),
        Form::Count | Form::Times => Value::NumberRange(low, high, decimals(low.abs().max(high.abs()))),
    }
}

/// A difference of shares without its sign.
fn points(value: f64, words: Words<'_>) -> Value {
    Value::Text(words.say("format-points", &[("number", Value::Number(100.0 * value, 1))]))
}

fn decimals(value: f64) -> usize {
    match value.abs() {
        size if size < 10.0 => 2,
        size if size < 1000.0 => 1,
        _ => 0,
    }
}
