//! The sheet of what a check has found: errors, warnings and weak points of designs, a row for each.

use super::book::{Book, Cell, Kind, Written};
use super::table::{Columns, sheet_of};
use crate::report::checked::Remark;
use crate::units::Unit;

/// Adds the sheet.
pub fn add(book: &mut Book<'_>, remarks: &[Remark]) -> Written {
    let text = |key: &str, width: f64| (book.say(key), Kind::Text(width));
    let columns = Columns(vec![
        text("book-design-file", 24.0),
        text("book-severity", 24.0),
        text("book-code", 20.0),
        text("book-finding", 60.0),
        text("book-found", 60.0),
        text("book-why", 60.0),
        text("book-remedies", 60.0),
        (book.say("book-line"), Kind::Of(Unit::Months)),
        text("book-key", 30.0),
    ]);
    let cells = |remark: &Remark| {
        let Remark { file, severity, code, title, found, why, remedy, line, key } = remark.clone();
        vec![
            Cell::Text(file),
            Cell::Text(severity),
            Cell::Text(code),
            Cell::Text(title),
            Cell::Text(found),
            Cell::Text(why),
            Cell::Text(remedy),
            line.map_or(Cell::Empty, |line| Cell::Number(line as f64)),
            Cell::Text(key),
        ]
    };
    let rows: Vec<Vec<Cell>> = remarks.iter().map(cells).collect();
    let about = book.say("book-checked-about");
    sheet_of(book, &book.say("book-findings"), &about, "remarks", &columns, &rows)
}
