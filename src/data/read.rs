//! Reads tables row by row: good rows become purchases, the others are set aside with the reason.

use super::amounts;
use super::columns::MoneyColumns;
use super::dates;
use super::decode::decode;
use super::discount::{is_money, taken_off};
use super::fault::Fault;
use super::kinds::{Counted, Kinds};
use super::log::{Entries, Log};
use super::options::Options;
use super::points::{Has, Moved, Movement};
use super::survey::Survey;
use crate::units::Day;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Cursor, Read};

/// Text looked at before the reading begins.
const BEGIN: u64 = 1 << 23;
/// Rows between two looks at the clock.
pub(super) const PAUSE: usize = 4096;
/// Rows below which a share says nothing.
const FEW: u64 = 20;

/// Why a row is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It has fewer columns than are needed.
    Short,
    /// Its date cannot be read.
    Date,
    /// Its amount cannot be read.
    Amount,
    /// The customer has letters that could not be decoded.
    Garbled,
    /// It is a total of other rows.
    Total,
}

/// A row that is set aside.
pub struct Aside<'r> {
    /// Number of its line in the file, from 1.
    pub line: u64,
    /// Why.
    pub reason: Reason,
    /// What could not be read.
    pub cell: &'r str,
    /// The row.
    pub cells: Vec<&'r str>,
    /// Place of the customer, where the row has one.
    pub customer: Option<usize>,
}

/// What reading has found out, for the report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// Rows below the heads, empty ones left out.
    pub rows: u64,
    /// Rows set aside, by reason.
    pub aside: BTreeMap<Reason, u64>,
    /// Rows without a customer: purchases of people unknown.
    pub anonymous: u64,
    /// Their amounts.
    pub anonymous_money: f64,
    /// Rows with an amount of 0; they count as purchases.
    pub free: u64,
    /// Rows with a negative amount.
    pub refunds: u64,
    /// Their amounts, as a positive number.
    pub refunded: f64,
    /// Rows equal in every column to the row before of the same customer.
    pub repeated: u64,
}

impl Told {
    /// Rows that cannot be read; totals can, they are left out.
    pub fn bad(&self) -> u64 {
        self.aside.iter().filter(|(reason, _)| **reason != Reason::Total).map(|(_, count)| count).sum()
    }
}

/// Where rows come to, from one file or several.
pub struct Reader<'o> {
    pub(super) options: &'o Options,
    entries: Entries,
    told: Told,
    currency: Option<String>,
    kinds: Option<Counted>,
}

/// A row by the place of its cells.
pub(super) trait Row {
    fn cell(&self, at: usize) -> Option<&str>;
    fn each(&self) -> impl Iterator<Item = &str>;

    fn cells(&self) -> Vec<&str> {
        self.each().collect()
    }
}

impl Row for csv::StringRecord {
    fn cell(&self, at: usize) -> Option<&str> {
        self.get(at)
    }

    fn each(&self) -> impl Iterator<Item = &str> {
        self.iter()
    }
}

impl Row for Vec<String> {
    fn cell(&self, at: usize) -> Option<&str> {
        self.get(at).map(String::as_str)
    }

    fn each(&self) -> impl Iterator<Item = &str> {
        self.iter().map(String::as_str)
    }
}

impl<'o> Reader<'o> {
    /// Begins with nothing read.
    pub fn new(options: &'o Options) -> Self {
        Self { options, entries: Entries::default(), told: Told::default(), currency: None, kinds: None }
    }

    /// Reads a text table: `aside` is given every row that is set aside, `pause` is called now and then and stops the work by `false`.
    ///
    /// # Errors
    /// If it has no table that can be read without guessing, or the work is stopped.
    pub fn read_text(
        &mut self,
        source: impl Read,
        aside: &mut dyn FnMut(&Aside<'_>),
        pause: &mut dyn FnMut() -> bool,
    ) -> Result<(Survey, &'static str), Fault> {
        let broken = |e: std::io::Error| Fault::Source(e.to_string());
        let text = decode(source).map_err(broken)?;
        let (mut rest, mut begin) = (text.source, Vec::new());
        rest.by_ref().take(BEGIN).read_to_end(&mut begin).map_err(broken)?;
        let whole = (begin.len() as u64) < BEGIN;
        let survey = Survey::of_text(&String::from_utf8_lossy(&begin), whole, self.options)?;
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(survey.delimiter);
        let mut table = builder.from_reader(Cursor::new(begin).chain(rest));
        let (mut record, mut number) = (csv::StringRecord::new(), 0);
        loop {
            match table.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {}
                Err(e) => return Err(Fault::Source(e.to_string())),
            }
            number += 1;
            if number % PAUSE == 0 && !pause() {
                return Err(Fault::Stopped);
            }
            if number > survey.titles + 1 {
                let line = record.position().map_or(number as u64, csv::Position::line);
                self.take(line, &record, &survey, aside)?;
            }
        }
        Ok((survey, text.encoding))
    }

    /// The currency that stands in what was read.
    pub fn currency(&self) -> Option<&str> {
        self.currency.as_deref()
    }

    /// Which kind each customer is of, where the log has the column that tells.
    ///
    /// # Errors
    /// If the column has too many values.
    pub fn kinds(&mut self) -> Result<Option<Kinds>, Fault> {
        self.kinds.take().map(Counted::kinds).transpose()
    }

    /// All purchases, and what is to be told of the reading.
    ///
    /// # Errors
    /// If more rows could not be read than are tolerated.
    pub fn finish(self) -> Result<(Log, Told), Fault> {
        let (bad, rows) = (self.told.bad(), self.told.rows);
        if bad as f64 > self.options.tolerated * rows as f64 {
            return Err(Fault::TooManyBad { bad, rows, limit: self.options.tolerated });
        }
        Ok((self.entries.settle(), self.told))
    }

    pub(super) fn take(
        &mut self,
        line: u64,
        row: &impl Row,
        survey: &Survey,
        aside: &mut dyn FnMut(&Aside<'_>),
    ) -> Result<(), Fault> {
        if row.each().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        self.told.rows += 1;
        let customer = row.cell(survey.columns.customer).map(str::trim);
        let mut put_aside = |told: &mut Told, reason: Reason, cell: &str| {
            *told.aside.entry(reason).or_default() += 1;
            let cells = row.cells();
            let place = Some(survey.columns.customer)
                .filter(|at| cells.len() == survey.head.len() && *at < cells.len());
            aside(&Aside { line, reason, cell, cells, customer: place });
        };
        match self.understand(row, survey).and_then(|told| Ok((told, moved(row, survey)?))) {
            Err((reason, cell)) => put_aside(&mut self.told, reason, cell),
            Ok(((_, amount), _)) if customer.is_none_or(is_nobody) => {
                self.told.anonymous += 1;
                self.told.anonymous_money += amount.unwrap_or(0.0);
            }
            Ok((told, moved)) => self.keep(line, row, survey, (told, moved))?,
        }
        self.still_tolerable()
    }

    /// Books what a good row says of a customer.
    fn keep(
        &mut self,
        line: u64,
        row: &impl Row,
        survey: &Survey,
        ((day, amount), moved): ((Day, Option<f64>), Option<Moved>),
    ) -> Result<(), Fault> {
        self.same_currency(row, survey)?;
        let mut hash = DefaultHasher::new();
        row.each().for_each(|cell| cell.hash(&mut hash));
        let customer = row.cell(survey.columns.customer).map_or("", str::trim);
        if let Some(at) = survey.apart {
            let kinds = self.kinds.get_or_insert_with(|| Counted::new(&survey.head[at]));
            kinds.take(customer, row.cell(at).unwrap_or(""));
        }
        let customer = self.entries.place(customer);
        if let Some(moved) = moved {
            let paid = amount.unwrap_or(0.0).max(0.0);
            let cell = survey.columns.discount().and_then(|at| row.cell(at)).unwrap_or("");
            let moved = Moved { discount: taken_off(cell, paid, survey.decimal), ..moved };
            let movement = Movement { day, line, amount: paid, moved };
            let has = Has { discount_is_money: is_money(cell, survey.decimal), ..Has::of(&survey.columns) };
            self.entries.moved(customer, movement, has);
        }
        if !only_moves(row, survey, moved) {
            self.book(customer, day, amount, hash.finish());
        }
        Ok(())
    }

    /// The day and the amount, or why the row is set aside and what could not be read.
    fn understand<'r>(
        &self,
        row: &'r impl Row,
        survey: &Survey,
    ) -> Result<(Day, Option<f64>), (Reason, &'r str)> {
        let columns = &survey.columns;
        let first = || row.each().find(|cell| !cell.trim().is_empty()).unwrap_or("");
        let total = row.cell(columns.customer).filter(|cell| !cell.trim().is_empty()).unwrap_or_else(first);
        if is_total(total) || is_total(row.cell(columns.date).unwrap_or("")) {
            return Err((Reason::Total, ""));
        }
        let date = row.cell(columns.date).ok_or((Reason::Short, ""))?;
        let day = dates::day(date, survey.order).ok_or((Reason::Date, date))?;
        if row.cell(columns.last()).is_none() {
            return Err((Reason::Short, ""));
        }
        if row.cell(columns.customer).is_some_and(|id| id.contains('\u{fffd}')) {
            return Err((Reason::Garbled, ""));
        }
        let number = |at: usize| {
            let cell = row.cell(at).unwrap_or("");
            // points may come and go without a purchase
            if cell.trim().is_empty()
                && moved(row, survey).is_ok_and(|moved| moved.is_some_and(|m| m.is_points()))
            {
                return Ok(0.0);
            }
            amounts::amount(cell, survey.decimal).ok_or((Reason::Amount, cell))
        };
        let amount = match columns.money {
            MoneyColumns::None => None,
            MoneyColumns::Amount(at) => Some(number(at)?),
            MoneyColumns::Product(pieces, price) => Some(number(pieces)? * number(price)?),
        };
        Ok((day, amount))
    }

    fn same_currency(&mut self, row: &impl Row, survey: &Survey) -> Result<(), Fault> {
        let beside = match survey.columns.money {
            MoneyColumns::Amount(at) => row.cell(at).and_then(amounts::currency),
            _ => None,
        };
        let here = survey.columns.currency.and_then(|at| row.cell(at)).map(str::trim).or(beside);
        match (here.filter(|text| !text.is_empty()), &self.currency) {
            (Some(here), Some(before)) if here != before => {
                Err(Fault::Currencies { seen: vec![before.clone(), here.to_owned()] })
            }
            (Some(here), None) => {
                self.currency = Some(here.to_owned());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn book(&mut self, customer: usize, day: Day, amount: Option<f64>, hash: u64) {
        self.told.repeated += u64::from(self.entries.repeats(customer, hash));
        match amount {
            Some(amount) if amount < 0.0 => {
                self.told.refunds += 1;
                self.told.refunded -= amount;
                self.entries.refund(customer, day, -amount);
            }
            // what is paid with points or a gift card is a purchase too
            amount => {
                self.told.free += u64::from(amount == Some(0.0));
                self.entries.purchase(customer, day, amount);
            }
        }
    }

    /// Stops early where most of a long file cannot be read.
    fn still_tolerable(&self) -> Result<(), Fault> {
        let (bad, rows) = (self.told.bad(), self.told.rows);
        let hopeless =
            rows >= 1_000 * FEW && bad as f64 > (2.0 * self.options.tolerated).max(0.5) * rows as f64;
        if hopeless && self.options.tolerated < 1.0 {
            return Err(Fault::TooManyBad { bad, rows, limit: self.options.tolerated });
        }
        Ok(())
    }
}

/// What a row says of points, in a table with such columns.
fn moved<'r>(row: &'r impl Row, survey: &Survey) -> Result<Option<Moved>, (Reason, &'r str)> {
    if survey.columns.points.iter().all(Option::is_none) {
        return Ok(None);
    }
    let number =
        |at: Option<usize>| match at.and_then(|at| row.cell(at)).filter(|cell| !cell.trim().is_empty()) {
            Some(cell) => amounts::amount(cell, survey.decimal).ok_or((Reason::Amount, cell)),
            None => Ok(0.0),
        };
    let [earned, spent, expired, _] = survey.columns.points.map(number);
    // what goes out is written with a minus by some; a discount is worked out once it is known what was paid
    Ok(Some(Moved { earned: earned?, spent: spent?.abs(), expired: expired?.abs(), discount: 0.0 }))
}

/// Whether points move in a row that is no purchase: its amount is empty.
fn only_moves(row: &impl Row, survey: &Survey, moved: Option<Moved>) -> bool {
    let empty = |at: usize| row.cell(at).is_none_or(|cell| cell.trim().is_empty());
    let MoneyColumns::Amount(at) = survey.columns.money else { return false };
    empty(at) && moved.is_some_and(|moved| moved.is_points())
}

fn is_nobody(customer: &str) -> bool {
    if customer.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    const NOBODY: [&str; 9] = ["", "-", "null", "nan", "none", "n/a", "#n/a", "(blank)", "(пусто)"];
    NOBODY.contains(&customer.to_lowercase().as_str())
}

fn is_total(cell: &str) -> bool {
    const TOTALS: [&str; 8] =
        ["total", "grand total", "totals", "sum", "итого", "всего", "общий итог", "итог"];
    let plain = cell.trim().trim_end_matches(':');
    if !plain.starts_with(char::is_alphabetic) {
        return false;
    }
    let plain = plain.to_lowercase();
    TOTALS.contains(&plain.as_str())
}
