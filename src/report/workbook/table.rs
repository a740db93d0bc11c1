//! A real table: heads, rows, number formats, a filter, frozen heads, an area to print.

use rust_xlsxwriter::{Format, FormatAlign, Table, TableColumn, TableStyle, Worksheet};
use std::collections::BTreeMap;

use super::book::{Book, Cell, Kind, Written, clean, put};

/// Heads of tables are at most 255 characters long.
const LONGEST_HEAD: usize = 200;

/// Points of a line of heads.
const LINE_HEIGHT: f64 = 15.5;
/// No row of a spreadsheet is higher.
const TALLEST: f64 = 409.0;
/// Characters that the button of the filter covers.
const BUTTON: f64 = 3.0;

/// Columns with their heads.
pub struct Columns(pub Vec<(String, Kind)>);

/// Where a table lies on its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The row of the heads.
    pub head: u32,
    /// The first column.
    pub left: u16,
    /// Rows below the heads.
    pub rows: u32,
    /// Columns.
    pub columns: u16,
}

impl Place {
    /// The last row of the table.
    pub fn last(self) -> u32 {
        self.head + self.rows
    }

    /// The values of a column: first row, column, last row, column.
    pub fn values(self, column: u16) -> (u32, u16, u32, u16) {
        (self.head + 1, self.left + column, self.last(), self.left + column)
    }
}

/// Writes a table with its heads in row `head`; its name is for formulas.
pub fn table(
    sheet: &mut Worksheet,
    (head, left): (u32, u16),
    name: &str,
    columns: &Columns,
    rows: &[Vec<Cell>],
) -> Written<Place> {
    let heads = distinct(columns.0.iter().map(|(head, _)| clean(head)));
    let place = Place { head, left, rows: (rows.len() as u32).max(1), columns: columns.0.len() as u16 };
    let tallest =
        columns.0.iter().zip(&heads).map(|((_, kind), head)| lines(head, kind.width() - BUTTON)).max();
    let whole = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let styled = columns.0.iter().zip(heads);
    let column = |((_, kind), head): (&(String, Kind), String)| {
        TableColumn::new().set_header(head).set_format(kind.style()).set_header_format(&whole)
    };
    let all: Vec<TableColumn> = styled.map(column).collect();
    let made = Table::new().set_name(name).set_columns(&all).set_style(TableStyle::Light9);
    let right = left + place.columns.saturating_sub(1);
    sheet.add_table(head, left, place.last(), right, &made)?;
    sheet.set_row_height(head, LINE_HEIGHT * f64::from(tallest.unwrap_or(1)))?;
    for (at, (_, kind)) in (left..).zip(&columns.0) {
        sheet.set_column_width(at, kind.width())?;
    }
    let styles: Vec<_> = columns.0.iter().map(|(_, kind)| kind.style()).collect();
    for (row, cells) in (head + 1..).zip(rows) {
        let tall = cells.iter().zip(&columns.0).map(|(cell, (_, kind))| match (cell, kind) {
            (Cell::Text(text), Kind::Text(width)) => text.lines().map(|line| lines(line, *width)).sum(),
            _ => 1,
        });
        if let Some(tall) = tall.max().filter(|tall| *tall > 1) {
            sheet.set_row_height(row, (LINE_HEIGHT * f64::from(tall)).min(TALLEST))?;
        }
        for ((column, cell), style) in (left..).zip(cells).zip(&styles) {
            put(sheet, (row, column), cell, style)?;
        }
    }
    Ok(place)
}

/// A sheet of one table; its name is that of the sheet and its heading.
pub fn sheet_of(
    book: &mut Book<'_>,
    name: &str,
    about: &str,
    table_name: &str,
    columns: &Columns,
    rows: &[Vec<Cell>],
) -> Written {
    let mut sheet = book.sheet(name, name, about)?;
    let place = table(&mut sheet, (3, 0), table_name, columns, rows)?;
    frame(&mut sheet, place, 1)?;
    book.add(sheet);
    Ok(())
}

/// Freezes what stands above and left of the table's values, and prints the table alone with its heads on every page.
pub fn frame(sheet: &mut Worksheet, place: Place, first_columns: u16) -> Written {
    sheet.set_freeze_panes(place.head + 1, place.left + first_columns)?;
    sheet.set_repeat_rows(place.head, place.head)?;
    let right = place.left + place.columns.saturating_sub(1);
    sheet.set_print_area(0, 0, place.last(), right)?;
    Ok(())
}

/// Lines that a text takes in a column of so many characters.
fn lines(text: &str, width: f64) -> u32 {
    let room = (width as usize).max(1);
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace().map(|word| word.chars().count()) {
        if used > 0 && used + 1 + word > room {
            (lines, used) = (lines + 1, 0);
        }
        used += word + usize::from(used > 0);
        // a word longer than the column goes on below
        lines += (used.saturating_sub(1) / room) as u32;
        used = if used > room { (used - 1) % room + 1 } else { used };
    }
    lines
}

/// Heads that no two columns share, as tables need them: `a`, `a (2)`.
fn distinct(heads: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut own = |head: String| {
        let head =
            if head.trim().is_empty() { "–".to_owned() } else { head.chars().take(LONGEST_HEAD).collect() };
        let count = seen.entry(head.to_lowercase()).or_default();
        *count += 1;
        if *count == 1 { head } else { format!("{head} ({count})") }
    };
    heads.map(&mut own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_take_the_lines_that_their_words_need() {
        let taken = ["", "Mean", "Standard error", "a b c", "a word and another", "Неопределённостями"];
        assert_eq!(taken.map(|head| lines(head, 9.0)), [1, 1, 2, 1, 3, 2]);
    }

    #[test]
    fn heads_differ() {
        let heads = ["Mean", "mean", "", "Mean"].map(str::to_owned);
        assert_eq!(distinct(heads.into_iter()), ["Mean", "mean (2)", "–", "Mean (3)"]);
    }
}
