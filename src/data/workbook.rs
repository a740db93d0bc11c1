//! Workbooks of spreadsheet programs: sheets as rows of text.

use super::fault::Fault;
use calamine::{Data, ExcelDateTime, Reader as _, Xls, Xlsx};
use std::io::Cursor;

/// Columns beyond which nothing is looked at: a stray cell at the far end of a sheet is no table.
const WIDEST: usize = 1024;

/// A workbook.
pub enum Workbook {
    /// Excel since 2007.
    Xlsx(Box<Xlsx<Cursor<Vec<u8>>>>),
    /// Excel before.
    Xls(Box<Xls<Cursor<Vec<u8>>>>),
}

/// Whether a file that begins like this is a workbook.
pub fn is_workbook(begin: &[u8]) -> bool {
    begin.starts_with(b"PK\x03\x04") || begin.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

impl Workbook {
    /// Of the bytes of a file.
    ///
    /// # Errors
    /// If they are no workbook, or one with a password.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Fault> {
        if bytes.starts_with(b"PK") {
            Xlsx::new(Cursor::new(bytes)).map(|book| Self::Xlsx(Box::new(book))).map_err(broken)
        } else {
            Xls::new(Cursor::new(bytes)).map(|book| Self::Xls(Box::new(book))).map_err(broken)
        }
    }

    /// What its format is called.
    pub fn format(&self) -> &'static str {
        match self {
            Self::Xlsx(_) => "XLSX",
            Self::Xls(_) => "XLS",
        }
    }

    /// Names of the sheets.
    pub fn sheets(&self) -> Vec<String> {
        match self {
            Self::Xlsx(book) => book.sheet_names(),
            Self::Xls(book) => book.sheet_names(),
        }
    }

    /// Gives `take` every row of a sheet that is not empty, with its number from 1, until it says that it has enough.
    ///
    /// # Errors
    /// If the sheet cannot be read, and what `take` says.
    pub fn rows(
        &mut self,
        sheet: &str,
        take: &mut dyn FnMut(u64, Vec<String>) -> Result<bool, Fault>,
    ) -> Result<(), Fault> {
        match self {
            Self::Xlsx(book) => rows_of_xlsx(book, sheet, take),
            Self::Xls(book) => {
                let range = book.worksheet_range(sheet).map_err(broken)?;
                let (first, left) = range.start().map_or((0, 0), |(row, column)| (row, column as usize));
                for (at, row) in range.rows().enumerate() {
                    let mut cells = vec![String::new(); left.min(WIDEST)];
                    cells.extend(row.iter().take(WIDEST).map(text));
                    if cells.iter().any(|cell| !cell.is_empty())
                        && !take(u64::from(first) + at as u64 + 1, cells)?
                    {
                        break;
                    }
                }
                Ok(())
            }
        }
    }
}

fn rows_of_xlsx(
    book: &mut Xlsx<Cursor<Vec<u8>>>,
    sheet: &str,
    take: &mut dyn FnMut(u64, Vec<String>) -> Result<bool, Fault>,
) -> Result<(), Fault> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(broken)?;
    let (mut number, mut cells) = (0, Vec::<String>::new());
    while let Some(cell) = reader.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        let value = text(&Data::from(cell.get_value().clone()));
        let column = column as usize;
        if value.is_empty() || column >= WIDEST {
            continue;
        }
        if row != number && !cells.is_empty() && !take(u64::from(number) + 1, std::mem::take(&mut cells))? {
            return Ok(());
        }
        number = row;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = value;
    }
    if !cells.is_empty() {
        take(u64::from(number) + 1, cells)?;
    }
    Ok(())
}

/// A cell as text that says what it holds: a number cannot be taken for one with a mark between thousands.
fn text(cell: &Data) -> String {
    match cell {
        Data::Int(value) => value.to_string(),
        Data::Float(value) => number(*value),
        Data::String(text) | Data::DateTimeIso(text) => text.trim().to_owned(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(date) => date_of(date),
        Data::DurationIso(_) | Data::Error(_) | Data::Empty => String::new(),
    }
}

/// A number as text: three decimals could be taken for thousands.
pub(super) fn number(value: f64) -> String {
    let text = value.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals == 3 { text + "0" } else { text }
}

fn date_of(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

fn broken(why: impl std::fmt::Display) -> Fault {
    Fault::Workbook(why.to_string())
}
