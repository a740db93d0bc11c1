//! The workbook inside a chart: whoever edits its data in a presentation sees it.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use super::Native;
use crate::report::workbook::{Cell, WorkbookError, clean, put};
use crate::words::Words;

/// The bytes of the workbook: a head for each column, a row for each point.
pub fn book(chart: &Native, words: Words<'_>) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_author("loyalsim").set_creation_datetime(&day));
    let mut sheet = Worksheet::new();
    sheet.set_name(words.say("deck-sheet", &[]))?;
    let as_it_is = Format::new();
    let head = Format::new().set_bold().set_text_wrap();
    for (at, column) in (0..).zip(&chart.columns) {
        sheet.set_column_width(at, column.kind.width())?;
        sheet.write_string_with_format(0, at, clean(&column.head), &head)?;
        let style = column.kind.style();
        for (row, cell) in (1..).zip(&column.cells) {
            let plain = matches!(cell, Cell::Spelt(..));
            put(&mut sheet, (row, at), cell, if plain { &as_it_is } else { &style })?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    workbook.push_worksheet(sheet);
    Ok(workbook.save_to_buffer()?)
}
