//! A table of the file under reading: it remembers which keys were asked for, so that the others can be named.

use super::context::{Context, meant, shortened};
use crate::design::catalogue::{Catalogue, Key};
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of the file with its place.
pub type Value<'a> = &'a Spanned<DeValue<'a>>;

/// A table under reading; `finish` it, or misspelt keys go unnoticed.
#[must_use]
pub struct Reader<'a> {
    /// Where it stands; empty at the top.
    pub path: String,
    /// Its header, or all of an inline table.
    pub span: Range<usize>,
    table: Option<&'a DeTable<'a>>,
    /// The table that holds where this one says nothing.
    beneath: Option<Beneath<'a>>,
    asked: Vec<&'static str>,
}

/// A table whose values another one inherits.
#[derive(Debug, Clone)]
struct Beneath<'a> {
    path: String,
    table: &'a DeTable<'a>,
}

impl<'a> Reader<'a> {
    /// Reads `table`, which stands at `path`.
    pub fn new(path: String, span: Range<usize>, table: &'a DeTable<'a>) -> Self {
        Self { path, span, table: Some(table), beneath: None, asked: Vec::new() }
    }

    /// A table that the file does not have: every key falls back to its default.
    fn absent(path: String) -> Self {
        Self { path, span: 0..0, table: None, beneath: None, asked: Vec::new() }
    }

    /// Whether the file does not have this table at all.
    pub fn is_absent(&self) -> bool {
        self.table.is_none()
    }

    /// The path of `key` in this table.
    pub fn path_of(&self, key: &str) -> String {
        match self.path.is_empty() {
            true => key.to_owned(),
            false => format!("{}.{key}", self.path),
        }
    }

    /// How messages call this table.
    pub fn called(&self) -> Saying {
        let list = self.path.strip_suffix(']').and_then(|path| path.split_once('['));
        match (self.path.as_str(), list) {
            ("", _) => Saying::new("table-top"),
            (path, None) => Saying::new("table-single").with("path", path),
            (path, Some((list, index))) => match index.parse::<usize>() {
                Ok(index) => Saying::new("table-entry").with("list", list).with("number", index + 1),
                Err(_) => Saying::new("table-shares").with("path", path),
            },
        }
    }

    /// The same table, where all that it leaves out is as in `other`; numbers are then those of `other`.
    pub fn over(self, other: &Self) -> Self {
        let beneath = other.table.map(|table| Beneath { path: other.path.clone(), table });
        Self { beneath, ..self }
    }

    /// The value of `key`, if the file gives it, here or in the table beneath.
    pub fn value(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.own_value(key).or_else(|| self.beneath.as_ref()?.table.get(key))
    }

    /// The value of `key`, if this table gives it.
    pub fn own_value(&mut self, key: &'static str) -> Option<Value<'a>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.table.and_then(|table| table.get(key))
    }

    /// The path of the table beneath, if there is one.
    pub fn beneath(&self) -> Option<&str> {
        self.beneath.as_ref().map(|beneath| beneath.path.as_str())
    }

    /// The path of `key` in the table beneath, if there is one.
    pub fn path_beneath(&self, key: &str) -> Option<String> {
        self.beneath.as_ref().map(|beneath| format!("{}.{key}", beneath.path))
    }

    /// Where `key` stands, or else the table.
    pub fn span_of(&self, key: &str) -> Range<usize> {
        self.table.and_then(|table| table.get(key)).map_or_else(|| self.span.clone(), Spanned::span)
    }

    /// All keys with their values, in the order of the file.
    pub fn entries(&self) -> Vec<(&'a str, Range<usize>, Value<'a>)> {
        let mut entries: Vec<_> = self
            .table
            .into_iter()
            .flat_map(|table| table.iter())
            .map(|(key, value)| (key.get_ref().as_ref(), key.span(), value))
            .collect();
        entries.sort_by_key(|(_, span, _)| span.start);
        entries
    }

    /// The table `key`, if the file has it.
    pub fn table(&mut self, ctx: &mut Context, key: &'static str) -> Option<Reader<'a>> {
        let value = self.value(key)?;
        let path = self.path_of(key);
        match value.get_ref() {
            DeValue::Table(table) => Some(Reader::new(path, value.span(), table)),
            DeValue::Array(array) if array.iter().all(|item| item.get_ref().is_table()) => {
                let remedy = Saying::new("fix-single-table").with("path", path.as_str());
                self.wrong_kind(ctx, &path, value, "expected-single-table", remedy);
                None
            }
            _ => {
                let remedy = Saying::new("fix-table").with("path", path.as_str());
                self.wrong_kind(ctx, &path, value, "expected-table", remedy);
                None
            }
        }
    }

    /// The table `key`, empty if the file does not have it.
    pub fn table_or_default(&mut self, ctx: &mut Context, key: &'static str) -> Reader<'a> {
        let path = self.path_of(key);
        self.table(ctx, key).unwrap_or_else(|| Reader::absent(path))
    }

    /// The table `key`, which must be there; empty if it is not.
    pub fn required_table(&mut self, ctx: &mut Context, key: &'static str) -> Reader<'a> {
        let path = self.path_of(key);
        if self.value(key).is_none() {
            let remedy = Saying::new("fix-missing-table").with("path", path.as_str());
            let remedy = remedy.with("meaning", Arg::Meaning(path.clone()));
            ctx.fault(Fault::missing(&path, remedy), &self.span);
        }
        self.table_or_default(ctx, key)
    }

    /// The tables `[[key]]` in the order of the file, at most `most`.
    pub fn tables(&mut self, ctx: &mut Context, key: &'static str, most: usize) -> Vec<Reader<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let path = self.path_of(key);
        let Some(array) = value.get_ref().as_array() else {
            let remedy = Saying::new("fix-tables").with("path", path.as_str());
            self.wrong_kind(ctx, &path, value, "expected-tables", remedy);
            return Vec::new();
        };
        if array.len() > most {
            let remedy = Saying::new("fix-too-many-tables");
            ctx.fault(Fault::count(&path, array.len(), (0, most), remedy), &value.span());
        }
        let is_own = self.own_value(key).is_some();
        let mut readers = Vec::new();
        for (i, item) in array.iter().enumerate().take(most) {
            let path = format!("{path}[{i}]");
            match item.get_ref() {
                DeValue::Table(table) if is_own => {
                    let own = Reader::new(path, item.span(), table);
                    readers.push(Reader { beneath: self.entry_beneath(key, i), ..own });
                }
                DeValue::Table(_) => {
                    let beneath = self.entry_beneath(key, i);
                    let path = beneath.as_ref().map_or(path, |beneath| beneath.path.clone());
                    readers.push(Reader { span: item.span(), beneath, ..Reader::absent(path) });
                }
                _ => self.wrong_kind(ctx, &path, item, "expected-table", Saying::new("fix-inline-table")),
            }
        }
        readers
    }

    /// The `i`th of the tables `[[key]]` beneath.
    fn entry_beneath(&self, key: &str, i: usize) -> Option<Beneath<'a>> {
        let beneath = self.beneath.as_ref()?;
        let table = beneath.table.get(key)?.get_ref().as_array()?.get(i)?.get_ref().as_table()?;
        Some(Beneath { path: format!("{}.{key}[{i}]", beneath.path), table })
    }

    /// Whether the file has more tables `[[key]]` than the `most` that are read: the shares of those that are read have no sum to check.
    pub fn is_cut(&mut self, key: &'static str, most: usize) -> bool {
        self.value(key).and_then(|value| value.get_ref().as_array()).is_some_and(|array| array.len() > most)
    }

    /// Notes that `value` is not what belongs at `path`.
    pub fn wrong_kind(
        &self,
        ctx: &mut Context,
        path: &str,
        value: Value,
        expected: &'static str,
        remedy: Saying,
    ) {
        let fault = Fault::kind(path, described(value.get_ref()), Saying::new(expected), remedy);
        ctx.fault(fault, &value.span());
    }

    /// Notes that `value` is none of `words`.
    pub fn wrong_word(&self, ctx: &mut Context, path: &str, value: Value, words: &[&str]) {
        let all = || words.iter().copied();
        let Some(word) = value.get_ref().as_str() else {
            let remedy = Saying::new("fix-one-of").with("words", Arg::any_of(all()));
            return self.wrong_kind(ctx, path, value, "expected-word", remedy);
        };
        let remedy = match meant(word, all()) {
            Some(close) => Saying::new("fix-meant-text").with("word", close),
            None => Saying::new("fix-choose"),
        };
        ctx.fault(Fault::choice(path, shortened(word), Arg::any_of(all()), remedy), &value.span());
    }

    /// Names every key that nothing asked for.
    pub fn finish(self, ctx: &mut Context) {
        for (key, span, _) in self.entries() {
            if self.asked.contains(&key) {
                continue;
            }
            if ctx.is_full() {
                ctx.more += 1;
                continue;
            }
            ctx.fault(Fault::unknown_key(shortened(key), self.called(), self.in_the_place_of(key)), &span);
        }
    }

    /// What to write for a key that this table does not have.
    fn in_the_place_of(&self, key: &str) -> Saying {
        let elsewhere = || if self.path.is_empty() { below_program(key) } else { None };
        if let Some(header) = elsewhere() {
            return Saying::new("fix-below-program").with("header", header);
        }
        if let Some((known, fix)) = of_another_period(key, &self.asked) {
            return Saying::new(fix).with("word", known);
        }
        match meant(key, self.asked.iter().copied()) {
            Some(known) => Saying::new("fix-meant").with("word", known),
            None => Saying::new("fix-keys").with("keys", Arg::all_of(self.asked.iter().copied())),
        }
    }
}

/// The header of a table of the program, which was written without `program.`.
fn below_program(key: &str) -> Option<String> {
    let parents = || Catalogue::get().keys().iter().map(Key::parent);
    let (list, single) = (format!("program.{key}[]"), format!("program.{key}"));
    if parents().any(|parent| parent == list) {
        return Some(format!("[[program.{key}]]"));
    }
    parents().any(|parent| parent == single).then(|| format!("[{single}]"))
}

/// The key that says the same of a year in the place of a month, or the other way round, and what to say of it.
fn of_another_period(key: &str, known: &[&'static str]) -> Option<(&'static str, &'static str)> {
    let periods = [("_per_month", "_per_year", "fix-per-year"), ("_per_year", "_per_month", "fix-per-month")];
    periods.into_iter().find_map(|(found, wanted, fix)| {
        let meant = format!("{}{wanted}", key.strip_suffix(found)?);
        known.iter().find(|known| **known == meant).map(|known| (*known, fix))
    })
}

/// What a value is: a text ("many"), a number (3), a list of 2.
pub fn described(value: &DeValue) -> Saying {
    match value {
        DeValue::String(text) => Saying::new("found-text").with("text", shortened(text)),
        DeValue::Integer(number) => {
            Saying::new("found-number").with("number", shortened(&number.to_string()))
        }
        DeValue::Float(number) => Saying::new("found-number").with("number", shortened(number.as_str())),
        DeValue::Boolean(flag) => Saying::new("found-flag").with("flag", flag.to_string()),
        DeValue::Datetime(date) => Saying::new("found-date").with("date", date.to_string()),
        DeValue::Array(array) => Saying::new("found-list").with("count", array.len()),
        DeValue::Table(_) => Saying::new("found-table"),
    }
}
