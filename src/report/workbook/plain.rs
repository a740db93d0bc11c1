//! A sheet of a table that is a CSV file beside it: the same cells, numbers as numbers.

use super::book::{Book, Cell, Kind, Written};
use super::table::{Columns, frame, table};
use crate::units::Unit;

/// Adds the sheet; its name is that of the file.
pub fn add(book: &mut Book<'_>, file: &str, text: &str) -> Written {
    let name = file.trim_end_matches(".csv");
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = reader.records().filter_map(Result::ok);
    let heads: Vec<String> = rows.next().iter().flatten().map(str::to_owned).collect();
    let rows: Vec<Vec<Cell>> = rows.map(|row| row.iter().map(cell).collect()).collect();
    let columns = heads.into_iter().enumerate().map(|(at, head)| {
        let numbers = rows.iter().all(|row| !matches!(row.get(at), Some(Cell::Text(_))));
        let longest = |row: &Vec<Cell>| match row.get(at) {
            Some(Cell::Text(text)) => text.chars().count(),
            _ => 0,
        };
        let wide = rows.iter().map(longest).max().unwrap_or(0).clamp(10, 60) as f64;
        (head, if numbers { Kind::Of(Unit::Number) } else { Kind::Text(wide + 2.0) })
    });
    let columns = Columns(columns.collect());
    let mut sheet = book.sheet(name, name, &book.say("book-plain-about"))?;
    let table_name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let place = table(&mut sheet, (3, 0), &format!("table_{table_name}"), &columns, &rows)?;
    frame(&mut sheet, place, 1)?;
    book.add(sheet);
    Ok(())
}

/// A number where it is one; text without the apostrophe that keeps it from being a formula in a CSV file.
fn cell(text: &str) -> Cell {
    match text.parse::<f64>() {
        _ if text.is_empty() => Cell::Empty,
        Ok(number) if number.is_finite() => Cell::Number(number),
        _ => Cell::Text(text.strip_prefix('\'').unwrap_or(text).to_owned()),
    }
}
