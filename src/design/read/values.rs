//! Reading what is not a number of the model: texts, words, months, lists.

use super::context::{Context, shortened};
use super::form::of_the_catalogue;
use super::table::{Reader, Value};
use crate::design::characters::in_one_line;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
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
                let remedy = Saying::new("fix-meaning").with("meaning", Arg::Meaning(entry.path.clone()));
                let (found, expected) = (Saying::new("found-empty-text"), Saying::new("expected-some-text"));
                ctx.fault(Fault::kind(&path, found, expected, remedy), &value.span());
            }
            Some(text) => {
                ctx.readable(&path, text, &value.span());
                return in_one_line(text);
            }
            None => {
                self.wrong_kind(ctx, &path, value, "expected-text", Saying::new("fix-text").with("key", key));
            }
        }
        String::new()
    }

    /// Whether `"yes"` or `"no"` is written.
    pub fn yes(&mut self, ctx: &mut Context, key: &'static str) -> bool {
        self.choice(ctx, key, &[("yes", true), ("no", false)])
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
        if let Some(choice) = value.get_ref().as_str().and_then(|word| chosen(words, word)) {
            return choice;
        }
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.wrong_word(ctx, &path, value, &all);
        words[0].1
    }

    /// The month `key`, if it is given.
    pub fn month(&mut self, ctx: &mut Context, key: &'static str) -> Option<YearMonth> {
        let value = self.own_value(key)?;
        let path = self.path_of(key);
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(ctx, &path, value, "expected-month", Saying::new("fix-month"));
            return None;
        };
        let month = text.parse().ok();
        if month.is_none() {
            ctx.fault(Fault::month(&path, shortened(text)), &value.span());
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
        // of what began before the months that are played, all that counts is that it had
        let long_past = ctx.since.is_some_and(|since| month < ctx.start && since <= month);
        let month_of = if long_past { ctx.start } else { month };
        let index = usize::try_from(month_of.months_since(ctx.start)).ok().filter(|&index| index < end);
        if index.is_none() {
            let simulated = (ctx.start, ctx.month(ctx.horizon - 1));
            let path = self.path_of(key);
            let early_launch = path == "program.launch" && month < ctx.start;
            let of = if early_launch { Fault::launched_before } else { Fault::outside_horizon };
            let fault = of(&path, month, simulated);
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
            None => entry.default_distribution().map_or_else(
                || {
                    self.missing(ctx, entry, &path, "= ..");
                    0
                },
                |distribution| distribution.central() as i64,
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
                let remedy = Saying::new("fix-whole-numbers").with("key", key);
                self.wrong_kind(ctx, &path, value, "expected-whole-numbers", remedy);
                Vec::new()
            }
        }
    }

    fn whole(&self, ctx: &mut Context, path: &str, value: Value) -> i64 {
        let range = ctx.key(path).range();
        let DeValue::Integer(digits) = value.get_ref() else {
            let remedy = Saying::new("fix-whole-number").with("range", range);
            self.wrong_kind(ctx, path, value, "expected-whole-number", remedy);
            return range.clamp(0.0) as i64;
        };
        let found = i64::from_str_radix(digits.as_str(), digits.radix()).unwrap_or(i64::MAX);
        if !range.contains(found as f64) {
            let remedy = of_the_catalogue(ctx.key(path));
            ctx.fault(Fault::out_of_range(path, found as f64, range, remedy), &value.span());
            return range.clamp(0.0) as i64;
        }
        found
    }

    /// The texts of the list `key` with their places.
    pub fn texts(&mut self, ctx: &mut Context, key: &'static str) -> Vec<(String, Range<usize>)> {
        let path = self.path_of(key);
        let Some(value) = self.value(key) else { return Vec::new() };
        let remedy = || Saying::new("fix-names").with("key", key);
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_kind(ctx, &path, value, "expected-names", remedy());
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter().take(super::limits::ITEMS) {
            match item.get_ref().as_str() {
                Some(text) => {
                    ctx.one_line(&path, text, &item.span());
                    texts.push((text.to_owned(), item.span()));
                }
                None => self.wrong_kind(ctx, &path, item, "expected-name", remedy()),
            }
        }
        texts
    }
}

fn chosen<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|&(_, choice)| choice)
}
