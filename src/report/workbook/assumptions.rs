//! The sheet of the assumptions: every number in force, low, most likely and high as numbers, with its basis and its source.

use super::book::{Book, Cell, Kind, Written};
use super::table::{Columns, frame, table};
use crate::design::{Design, Distribution, ExplainRow, explain};
use crate::report::numbers::spread;
use crate::units::Unit;
use crate::words::{breakable, capital};

/// Adds the sheet.
pub fn add(book: &mut Book<'_>, design: &Design) -> Written {
    let mut sheet = book.sheet(
        &book.say("book-assumptions"),
        &book.say("book-assumptions"),
        &book.say("book-assumptions-about"),
    )?;
    let text = |key: &str, width: f64| (book.say(key), Kind::Text(width));
    let number = |key: &str| (book.say(key), Kind::Of(Unit::Number));
    let columns = Columns(vec![
        text("book-number", 44.0),
        number("book-low"),
        number("book-mode"),
        number("book-high"),
        text("book-known-as", 14.0),
        text("book-unit", 18.0),
        text("book-basis", 13.0),
        text("book-origin", 15.0),
        text("book-source", 60.0),
        text("book-key", 40.0),
        text("book-meaning", 60.0),
    ]);
    let rows: Vec<_> = explain(design).iter().map(|row| cells(book, design, row)).collect();
    let place = table(&mut sheet, (3, 0), "assumptions", &columns, &rows)?;
    frame(&mut sheet, place, 1)?;
    book.add(sheet);
    Ok(())
}

fn cells(book: &Book<'_>, design: &Design, row: &ExplainRow<'_>) -> Vec<Cell> {
    let words = book.words;
    let (number, text) = (row.number, |text: String| Cell::Text(breakable(&text)));
    let [low, mode, high] = spread(&number.distribution);
    let known = match number.distribution {
        Distribution::Fixed(_) => "book-known-value",
        Distribution::Pert { .. } => "book-known-range",
        Distribution::Normal { .. } => "book-known-normal",
        Distribution::Quantiles { .. } => "book-known-quantiles",
    };
    let source = words.source_of(row);
    let source = if source.is_empty() { book.say("book-this-design") } else { source };
    let origin = if row.given { "explain-origin-design" } else { "explain-origin-default" };
    vec![
        text(capital(&words.number(&number.path))),
        Cell::Number(low),
        Cell::Number(mode),
        Cell::Number(high),
        text(book.say(known)),
        text(words.unit_in(number.unit, &design.currency)),
        text(words.name("basis", number.basis.key())),
        text(book.say(origin)),
        text(source),
        text(row.path.clone()),
        text(words.meaning(&number.path)),
    ]
}
