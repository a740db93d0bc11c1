//! The sheet of the trials: a row for each, its headline numbers and goals.

use super::book::{Book, Cell, Kind, Written};
use super::table::{Columns, frame, table};
use crate::summary::{Collector, Scalar};
use crate::units::Unit;
use crate::words::{breakable, capital};

/// More rows make a file that nobody opens; `trials.csv` has them all.
const MOST: usize = 20_000;

/// Adds the sheet.
pub fn add(book: &mut Book<'_>, collector: &Collector) -> Written {
    let all = collector.numbers();
    let count = collector.trials().count();
    let about = if count > MOST {
        book.words.say("book-trials-first", &[("shown", MOST.into()), ("count", count.into())])
    } else {
        book.say("book-trials-about")
    };
    let mut sheet = book.sheet(&book.say("book-trials"), &book.say("book-trials"), &breakable(&about))?;
    let (names, goals) = (collector.names(), collector.names());
    let goals = goals.iter().filter(|name| name.starts_with("goal_")).count();
    let wide = Scalar::COUNT + goals;
    let largest =
        |column: usize| all.column(column).iter().take(MOST).fold(0.0, |most: f64, v| most.max(v.abs()));
    let column = |(at, name): (usize, &String)| match Scalar::ALL.get(at) {
        Some(scalar) => {
            let named = capital(&breakable(&book.words.name("measure", scalar.key())));
            (named, Kind::of(scalar.unit(), [largest(at)]))
        }
        None => (name.clone(), Kind::Of(Unit::Number)),
    };
    let first = (book.say("book-trial"), Kind::Of(Unit::Months));
    let columns = std::iter::once(first).chain(names.iter().enumerate().take(wide).map(column));
    let columns = Columns(columns.collect());
    let numbered = collector.trials().zip(all.rows()).take(MOST);
    let rows: Vec<Vec<Cell>> = numbered
        .map(|(trial, row)| {
            let numbers = row.iter().take(wide).map(|value| Cell::Number(*value));
            std::iter::once(Cell::Number(trial as f64)).chain(numbers).collect()
        })
        .collect();
    let place = table(&mut sheet, (3, 0), "trials", &columns, &rows)?;
    frame(&mut sheet, place, 1)?;
    book.add(sheet);
    Ok(())
}
