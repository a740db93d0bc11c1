//! Small tables with a head: answers of a survey, reasons for leaving.

use super::columns::{Mapped, place};
use super::decode::decode;
use super::fault::Fault;
use super::options::Options;
use super::role::Role;
use super::survey::{DELIMITERS, TITLES, rows};
use super::workbook::{Workbook, is_workbook};
use std::io::Read;

/// A table with its head.
pub struct Table {
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows below the head that are not empty, each with its number from 1.
    pub rows: Vec<(u64, Vec<String>)>,
    mapped: Vec<Mapped>,
}

impl Table {
    /// Reads a table with columns of these roles from the bytes of a file.
    ///
    /// # Errors
    /// If it has none, or the columns may mean two things.
    pub fn read(bytes: Vec<u8>, needed: &[Role], options: &Options) -> Result<Self, Fault> {
        let mapped = options.mapped.clone();
        let candidates = candidates(bytes)?;
        let found = |rows: &[(u64, Vec<String>)]| {
            let is_there = |row: &[String], role: &Role| matches!(place(*role, row, &mapped), Ok(Some(_)));
            rows.iter().take(TITLES).position(|(_, row)| needed.iter().all(|role| is_there(row, role)))
        };
        let mut best = None;
        for rows in candidates.into_iter().filter(|rows| !rows.is_empty()) {
            match found(&rows) {
                Some(at) => return Ok(Self::below(rows, at, mapped)),
                None => best = best.or(Some(rows)),
            }
        }
        let rows = best.ok_or(Fault::NoTable)?;
        let columns = rows[0].1.clone();
        for role in needed {
            place(*role, &columns, &mapped)?
                .ok_or_else(|| Fault::NoColumn { role: *role, columns: columns.clone() })?;
        }
        Ok(Self::below(rows, 0, mapped))
    }

    fn below(mut rows: Vec<(u64, Vec<String>)>, at: usize, mapped: Vec<Mapped>) -> Self {
        let rest = rows.split_off(at + 1);
        let head = rows.pop().map(|(_, head)| head).unwrap_or_default();
        Self { head, rows: rest, mapped }
    }

    /// Where something is, if it is there. What the user has said of another table does not matter here.
    ///
    /// # Errors
    /// If several columns may hold it.
    pub fn column(&self, role: Role) -> Result<Option<usize>, Fault> {
        match place(role, &self.head, &self.mapped) {
            Err(Fault::NoSuchColumn { .. }) => place(role, &self.head, &[]),
            found => found,
        }
    }

    /// The cells of a column that is there.
    ///
    /// # Errors
    /// If it is not, or several may be meant.
    pub fn needed(&self, role: Role) -> Result<usize, Fault> {
        self.column(role)?.ok_or_else(|| Fault::NoColumn { role, columns: self.head.clone() })
    }
}

/// A cell without blanks around it; empty where the row is too short.
pub fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", |cell| cell.trim())
}

/// A text in small letters, with single blanks and without ё: what people write in two ways is the same.
pub(super) fn plain(text: &str) -> String {
    text.to_lowercase().replace('ё', "е").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Rows that are not empty, each with its number from 1.
pub(super) type Rows = Vec<(u64, Vec<String>)>;

/// What may be the table: a text divided in each of the usual ways, or the sheets of a workbook.
pub(super) fn candidates(bytes: Vec<u8>) -> Result<Vec<Rows>, Fault> {
    if is_workbook(&bytes) { sheets(bytes) } else { texts(&bytes) }
}

/// The text, divided in each of the ways that are usual; the widest first.
fn texts(bytes: &[u8]) -> Result<Vec<Rows>, Fault> {
    let broken = |e: std::io::Error| Fault::Source(e.to_string());
    let mut text = String::new();
    let decoded = decode(bytes).map_err(broken)?;
    { decoded.source }.read_to_string(&mut text).map_err(broken)?;
    let divided = DELIMITERS.map(|delimiter| {
        let numbered = (1..).zip(rows(&text, delimiter));
        let filled = numbered.filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
        filled.collect::<Rows>()
    });
    let mut divided = divided.to_vec();
    divided.sort_by_key(|rows| std::cmp::Reverse(rows.first().map_or(0, |(_, row)| row.len())));
    Ok(divided)
}

fn sheets(bytes: Vec<u8>) -> Result<Vec<Rows>, Fault> {
    let mut book = Workbook::open(bytes)?;
    let mut all = Vec::new();
    for sheet in book.sheets() {
        let mut rows = Rows::new();
        book.rows(&sheet, &mut |line, cells| {
            rows.push((line, cells));
            Ok(true)
        })?;
        all.push(rows);
    }
    Ok(all)
}
