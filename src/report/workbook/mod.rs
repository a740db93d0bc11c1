//! Workbooks for spreadsheets: what a run, a review or a decision has found, as tables with number formats, formulas and charts that can be
//! edited.

mod answers;
mod assumptions;
mod book;
mod calibration;
mod checked;
mod findings;
mod months;
mod moved;
mod plain;
mod table;
mod trials;
mod waterfall;

pub use book::WorkbookError;
pub(super) use book::{Cell, Kind, clean, put};

use super::calibration::Calibration;
use super::checked::Remark;
use super::review_pages::ReviewPages;
use crate::decide::moved::Moved;
use crate::design::Design;
use crate::summary::{Collector, Summary};
use crate::words::{Language, Words};
use book::{Book, Written};

/// What a run found.
///
/// # Errors
/// Where there is no memory for it.
pub fn run_workbook(
    design: &Design,
    summary: &Summary,
    collector: &Collector,
    language: Language,
) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Book::new(&summary.run.title, Words::new(language).of_design(design))?;
    of_summary(&mut book, summary)?;
    trials::add(&mut book, collector)?;
    assumptions::add(&mut book, design)?;
    book.finish()
}

/// What a review found.
///
/// # Errors
/// Where there is no memory for it.
pub fn review_workbook(pages: &ReviewPages<'_>, design: &Design) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Book::new(&pages.review.run.title, pages.words)?;
    findings::add(&mut book, pages)?;
    of_summary(&mut book, &pages.review.summary)?;
    assumptions::add(&mut book, design)?;
    book.finish()
}

/// What a decision's command found: its tables, each named by its file, and the numbers of the design.
///
/// # Errors
/// Where there is no memory for it.
pub fn tables_workbook(
    design: &Design,
    tables: &[(String, String)],
    language: Language,
) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Book::new(&design.title, Words::new(language).of_design(design))?;
    for (file, csv) in tables {
        plain::add(&mut book, file, csv)?;
    }
    assumptions::add(&mut book, design)?;
    book.finish()
}

/// What a calibration found, and the numbers of the design that came of it.
///
/// # Errors
/// Where there is no memory for it.
pub fn calibration_workbook(
    found: &Calibration<'_>,
    design: &Design,
    language: Language,
) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Book::new(&design.title, Words::new(language).with_currency(&design.currency))?;
    calibration::add(&mut book, found)?;
    assumptions::add(&mut book, design)?;
    book.finish()
}

/// Every number in force in a design.
///
/// # Errors
/// Where there is no memory for it.
pub fn numbers_workbook(design: &Design, language: Language) -> Result<Vec<u8>, WorkbookError> {
    tables_workbook(design, &[], language)
}

/// What a check found in designs.
///
/// # Errors
/// Where there is no memory for it.
pub fn checked_workbook(remarks: &[Remark], words: Words<'_>) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Book::new(&words.say("book-findings", &[]), words)?;
    checked::add(&mut book, remarks)?;
    book.finish()
}

/// What differs between two results of designs with this title.
///
/// # Errors
/// Where there is no memory for it.
pub fn moved_workbook(title: &str, moved: &Moved, words: Words<'_>) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Book::new(title, words)?;
    moved::add(&mut book, moved)?;
    book.finish()
}

fn of_summary(book: &mut Book<'_>, summary: &Summary) -> Written {
    answers::add(book, summary)?;
    waterfall::add(book, summary)?;
    months::add(book, summary)
}
