//! The sheets of what differs between two results: headline numbers, and numbers of the design.

use super::book::{Book, Cell, Kind, Written, relative};
use super::table::{Columns, sheet_of};
use crate::decide::moved::{Moved, MovedMeasure, MovedNumber};
use crate::design::Distribution;
use crate::report::numbers::spread;
use crate::units::Unit;
use crate::words::{breakable, capital};

/// Adds the sheets.
pub fn add(book: &mut Book<'_>, moved: &Moved) -> Written {
    measures(book, moved)?;
    numbers(book, moved)
}

fn measures(book: &mut Book<'_>, moved: &Moved) -> Written {
    let columns = [
        ("book-measure", Kind::Text(44.0)),
        ("book-unit", Kind::Text(14.0)),
        ("moved-old", Kind::Of(Unit::Number)),
        ("moved-new", Kind::Of(Unit::Number)),
        ("moved-change", Kind::Of(Unit::Number)),
        ("book-error", Kind::Of(Unit::Number)),
        ("book-beyond-chance", Kind::Text(14.0)),
    ];
    let columns = Columns(columns.map(|(key, kind)| (book.say(key), kind)).to_vec());
    /// The first row below the heads.
    const TOP: u32 = 4;
    let row = |(row, measure): (u32, &MovedMeasure)| {
        let unit = super::answers::unit(book.words, measure.scalar.unit());
        vec![
            Cell::Text(capital(&breakable(&book.words.name("measure", measure.scalar.key())))),
            Cell::Text(unit),
            Cell::Number(measure.old),
            Cell::Number(measure.new),
            Cell::Formula(format!("{}-{}", relative(row, 3), relative(row, 2)), measure.change),
            Cell::Number(measure.error),
            Cell::Text(book.say(if measure.is_clear() { "book-yes" } else { "book-no" })),
        ]
    };
    let rows: Vec<Vec<Cell>> = (TOP..).zip(&moved.measures).map(row).collect();
    let about = book.say(if moved.same_luck { "moved-same-luck" } else { "moved-other-luck" });
    sheet_of(book, &book.say("book-answers"), &about, "moved", &columns, &rows)
}

fn numbers(book: &mut Book<'_>, moved: &Moved) -> Written {
    let text = |key: &str, width: f64| (book.say(key), Kind::Text(width));
    let mut columns = vec![text("book-number", 44.0)];
    for when in ["moved-old", "moved-new"] {
        let head = |key: &str| format!("{}: {}", book.say(when), book.say(key));
        columns.extend(["book-low", "book-mode", "book-high"].map(|key| (head(key), Kind::Of(Unit::Number))));
    }
    columns.push(text("book-key", 50.0));
    let row = |number: &MovedNumber| {
        let known = |known: &Option<Distribution>| match known {
            Some(distribution) => spread(distribution).map(Cell::Number),
            None => [Cell::Empty, Cell::Empty, Cell::Empty],
        };
        let mut cells = vec![Cell::Text(capital(&book.words.number(&number.path)))];
        cells.extend(known(&number.old).into_iter().chain(known(&number.new)));
        cells.push(Cell::Text(number.path.clone()));
        cells
    };
    let rows: Vec<Vec<Cell>> = moved.numbers.iter().map(row).collect();
    let about = book.say("book-moved-about");
    sheet_of(book, &book.say("book-moved"), &about, "moved_numbers", &Columns(columns), &rows)
}
