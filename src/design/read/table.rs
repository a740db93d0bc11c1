//! A table of the file under reading: it remembers which keys were asked for, so that the others can be named.

use super::context::{Context, listed, meant, shortened};
use crate::design::fault::Fault;
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
    asked: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    /// Reads `table`, which stands at `path`.
    pub fn new(path: String, span: Range<usize>, table: &'a DeTable<'a>) -> Self {
        Self { path, span, table: Some(table), asked: Vec::new() }
    }

    /// A table that the file does not have: every key falls back to its default.
    fn absent(path: String) -> Self {
        Self { path, span: 0..0, table: None, asked: Vec::new() }
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
    pub fn called(&self) -> String {
        let list = self.path.strip_suffix(']').and_then(|path| path.split_once('['));
        match (self.path.as_str(), list) {
            ("", _) => "the design".to_owned(),
            (path, None) => format!("[{path}]"),
            (path, Some((list, index))) => match index.parse::<usize>() {
                Ok(index) => format!("[[{list}]] number {}", index + 1),
                Err(_) => format!("`{path}`"),
            },
        }
    }

    /// The value of `key`, if the file gives it.
    pub fn value(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.asked.push(key);
        self.table.and_then(|table| table.get(key))
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
                let help = format!("there is only one: write [{path}] with single brackets, once");
                self.wrong_kind(ctx, &path, value, "a single table", help);
                None
            }
            _ => {
                let help = format!("begin a table with a line [{path}]");
                self.wrong_kind(ctx, &path, value, "a table", help);
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
            let help = format!("begin a table with a line [{path}]: {}", ctx.key(&path).meaning);
            ctx.fault(Fault::Missing { path: path.clone(), help }, &self.span);
        }
        self.table_or_default(ctx, key)
    }

    /// The tables `[[key]]` in the order of the file, at most `most`.
    pub fn tables(&mut self, ctx: &mut Context, key: &'static str, most: usize) -> Vec<Reader<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let path = self.path_of(key);
        let Some(array) = value.get_ref().as_array() else {
            let help = format!("there may be several: write [[{path}]] with double brackets");
            self.wrong_kind(ctx, &path, value, "a list of tables", help);
            return Vec::new();
        };
        if array.len() > most {
            let help = "join those that hardly differ";
            ctx.fault(
                Fault::Count { path: path.clone(), found: array.len(), min: 0, max: most, help },
                &value.span(),
            );
        }
        let mut readers = Vec::new();
        for (i, item) in array.iter().enumerate().take(most) {
            let path = format!("{path}[{i}]");
            match item.get_ref() {
                DeValue::Table(table) => readers.push(Reader::new(path, item.span(), table)),
                _ => self.wrong_kind(ctx, &path, item, "a table", "write { key = value, .. }".to_owned()),
            }
        }
        readers
    }

    /// Notes that `value` is not what belongs at `path`.
    pub fn wrong_kind(
        &self,
        ctx: &mut Context,
        path: &str,
        value: Value,
        expected: &'static str,
        help: String,
    ) {
        let found = described(value.get_ref());
        ctx.fault(Fault::Kind { path: path.to_owned(), found, expected, help }, &value.span());
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
            let help = match meant(key, self.asked.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => {
                    format!("its keys are {}", listed(self.asked.iter().copied()).replace(" or ", " and "))
                }
            };
            ctx.fault(Fault::UnknownKey { key: shortened(key), table: self.called(), help }, &span);
        }
    }
}

/// What a value is, in words: `a text ("many")`.
pub fn described(value: &DeValue) -> String {
    match value {
        DeValue::String(text) => format!("a text (\"{}\")", shortened(text)),
        DeValue::Integer(number) => format!("a number ({})", shortened(&number.to_string())),
        DeValue::Float(number) => format!("a number ({})", shortened(number.as_str())),
        DeValue::Boolean(flag) => format!("{flag}"),
        DeValue::Datetime(date) => format!("a date ({date})"),
        DeValue::Array(array) => format!("a list of {}", array.len()),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
