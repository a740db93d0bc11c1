//! Reading what is not a number of the model: texts, words, months, lists.

use super::context::{Context, listed, meant, shortened};
use super::table::{Reader, Value};
use crate::design::fault::Fault;
use crate::units::YearMonth;
use std::ops::Range;
use toml::de::DeValue;

impl<'a> Reader<'a> {
    /// The text `key`, or its default.
    pub fn text(&mut self, ctx: &mut Context, key: &'static str) -> String {
        let path = self.path_of(key);
        let entry = ctx.key(&path);
        let Some(value) = self.value(key) else {
            if entry.is_required() {
                self.missing(ctx, entry, &path, "= \"..\"");
            }
            return entry.default_text().unwrap_or_default().to_owned();
        };
        match value.get_ref().as_str().map(str::trim) {
            Some("") => {
                let help = entry.meaning.clone();
                let found = "an empty text".to_owned();
                ctx.fault(Fault::Kind { path, found, expected: "some text", help }, &value.span());
            }
            Some(text) => return text.to_owned(),
            None => self.wrong_kind(ctx, &path, value, "a text", format!("put it in quotes: {key} = \"..\"")),
        }
        String::new()
    }

    /// The word `key`, or its default, as one of `words`.
    pub fn choice<T: Copy>(&mut self, ctx: &mut Context, key: &'static str, words: &[(&str, T)]) -> T {
        let path = self.path_of(key);
        let entry = ctx.key(&path);
        let Some(value) = self.value(key) else {
            if entry.is_required() {
                let example = format!("= \"{}\"", words[0].0);
                self.missing(ctx, entry, &path, &example);
            }
            return chosen(words, entry.default_text().unwrap_or_default()).unwrap_or(words[0].1);
        };
        let word = value.get_ref().as_str();
        if let Some(choice) = word.and_then(|word| chosen(words, word)) {
            return choice;
        }
        let all = words.iter().map(|(word, _)| *word);
        match word {
            Some(word) => {
                let help = meant(word, all.clone()).map(|word| format!("did you mean \"{word}\"?"));
                let fault = Fault::Choice { path, found: shortened(word), allowed: listed(all), help };
                ctx.fault(fault, &value.span());
            }
            None => {
                let help = format!("write one of these in quotes: {}", listed(all));
                self.wrong_kind(ctx, &path, value, "a word", help);
            }
        }
        words[0].1
    }

    /// The month `key`, if it is given.
    pub fn month(&mut self, ctx: &mut Context, key: &'static str) -> Option<YearMonth> {
        let value = self.value(key)?;
        let path = self.path_of(key);
        let Some(text) = value.get_ref().as_str() else {
            let help = "write year and month in quotes: \"2026-03\"".to_owned();
            self.wrong_kind(ctx, &path, value, "a month", help);
            return None;
        };
        let month = text.parse().ok();
        if month.is_none() {
            ctx.fault(Fault::Month { path, found: shortened(text) }, &value.span());
        }
        month
    }

    /// The month `key` as its number from the start, if it is given; it must be one of the months simulated.
    pub fn month_index(&mut self, ctx: &mut Context, key: &'static str) -> Option<usize> {
        self.month_index_below(ctx, key, ctx.horizon)
    }

    /// The same for the first month in which something is over: the month after the horizon will do.
    pub fn end_index(&mut self, ctx: &mut Context, key: &'static str) -> Option<usize> {
        self.month_index_below(ctx, key, ctx.horizon + 1)
    }

    fn month_index_below(&mut self, ctx: &mut Context, key: &'static str, end: usize) -> Option<usize> {
        let month = self.month(ctx, key)?;
        if ctx.horizon == 0 {
            return None;
        }
        let index = usize::try_from(month.months_since(ctx.start)).ok().filter(|&index| index < end);
        if index.is_none() {
            let fault = Fault::OutsideHorizon {
                path: self.path_of(key),
                found: month.to_string(),
                first: ctx.start.to_string(),
                last: ctx.month(ctx.horizon - 1).to_string(),
            };
            ctx.fault(fault, &self.span_of(key));
        }
        index
    }

    /// The same for a key that must be there; 0 stands in for one that is not.
    pub fn required_month_index(&mut self, ctx: &mut Context, key: &'static str) -> usize {
        let is_given = self.value(key).is_some();
        if !is_given {
            let path = self.path_of(key);
            self.missing(ctx, ctx.key(&path), &path, "= \"2026-03\"");
        }
        self.month_index(ctx, key).unwrap_or(0)
    }

    /// The plain whole number `key` within its range, or its default.
    pub fn integer(&mut self, ctx: &mut Context, key: &'static str) -> i64 {
        let path = self.path_of(key);
        let entry = ctx.key(&path);
        match self.value(key) {
            Some(value) => self.whole(ctx, &path, value),
            None => entry.default_law().map_or_else(
                || {
                    self.missing(ctx, entry, &path, "= ..");
                    0
                },
                |law| law.central() as i64,
            ),
        }
    }

    /// The whole numbers of the list `key`, each within the key's range.
    pub fn integers(&mut self, ctx: &mut Context, key: &'static str) -> Vec<i64> {
        let path = self.path_of(key);
        let entry = ctx.key(&path);
        let Some(value) = self.value(key) else {
            if entry.is_required() {
                self.missing(ctx, entry, &path, "= [1, 7]");
            }
            return Vec::new();
        };
        match value.get_ref().as_array() {
            Some(items) => {
                let items = items.iter().take(super::limits::ITEMS);
                items.map(|item| self.whole(ctx, &path, item)).collect()
            }
            None => {
                let help = format!("write them in brackets: {key} = [1, 7]");
                self.wrong_kind(ctx, &path, value, "a list of whole numbers", help);
                Vec::new()
            }
        }
    }

    fn whole(&self, ctx: &mut Context, path: &str, value: Value) -> i64 {
        let range = ctx.key(path).range();
        let DeValue::Integer(digits) = value.get_ref() else {
            let help = format!("write a whole number, allowed here: {range}");
            self.wrong_kind(ctx, path, value, "a whole number", help);
            return range.clamp(0.0) as i64;
        };
        let found = i64::from_str_radix(digits.as_str(), digits.radix()).unwrap_or(i64::MAX);
        if !range.contains(found as f64) {
            let entry = ctx.key(path);
            let help = entry.remedy.clone().unwrap_or_else(|| entry.meaning.clone());
            let fault = Fault::OutOfRange { path: path.to_owned(), found: found as f64, range, help };
            ctx.fault(fault, &value.span());
            return range.clamp(0.0) as i64;
        }
        found
    }

    /// The texts of the list `key` with their places.
    pub fn texts(&mut self, ctx: &mut Context, key: &'static str) -> Vec<(String, Range<usize>)> {
        let path = self.path_of(key);
        let Some(value) = self.value(key) else { return Vec::new() };
        let help = || format!("write names in quotes and brackets: {key} = [\"..\"]");
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_kind(ctx, &path, value, "a list of names", help());
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter().take(super::limits::ITEMS) {
            match item.get_ref().as_str() {
                Some(text) => texts.push((text.to_owned(), item.span())),
                None => self.wrong_kind(ctx, &path, item, "a name", help()),
            }
        }
        texts
    }
}

fn chosen<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|&(_, choice)| choice)
}
