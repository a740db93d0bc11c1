//! A workbook for spreadsheets, and what its sheets are made of: text that is never a formula, numbers in their units, real tables.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::units::Unit;
use crate::words::{Words, breakable, harmless};

/// A workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct WorkbookError(#[from] XlsxError);

/// What a sheet is written with.
pub type Written<T = ()> = Result<T, WorkbookError>;

/// Ink of headings and lines.
pub const INK: Color = Color::RGB(0x1F_3A_5F);
const PAPER: Color = Color::RGB(0xEE_F2_F7);
const NOTE: Color = Color::RGB(0x5A_64_70);
/// A spreadsheet's cell takes no longer text.
const LONGEST_TEXT: usize = 32_000;
/// Sheets are printed on A4.
const A4: u8 = 9;

/// A workbook on its way.
pub struct Book<'w> {
    workbook: Workbook,
    /// Speaks the language and knows the currency.
    pub words: Words<'w>,
}

impl<'w> Book<'w> {
    /// An empty workbook with a title. It bears no day: the same result makes the same bytes.
    pub fn new(title: &str, words: Words<'w>) -> Written<Self> {
        let mut workbook = Workbook::new();
        let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
        let facts = DocProperties::new().set_title(clean(title)).set_author("loyalsim");
        workbook.set_properties(&facts.set_creation_datetime(&day));
        Ok(Self { workbook, words })
    }

    /// A message without variables.
    pub fn say(&self, key: &str) -> String {
        breakable(&self.words.say(key, &[]))
    }

    /// A new sheet with this name, its heading, and a line below that says what it shows.
    pub fn sheet(&self, name: &str, heading: &str, about: &str) -> Written<Worksheet> {
        let mut sheet = Worksheet::new();
        sheet.set_name(sheet_name(name))?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
        sheet.set_footer("&L&A&R&P / &N");
        let heading_style = Format::new().set_bold().set_font_size(15).set_font_color(INK);
        sheet.write_string_with_format(0, 0, clean(heading), &heading_style)?;
        sheet.write_string_with_format(1, 0, clean(about), &note_style())?;
        Ok(sheet)
    }

    /// Adds a sheet after the others.
    pub fn add(&mut self, sheet: Worksheet) {
        self.workbook.push_worksheet(sheet);
    }

    /// Gives a cell a name that formulas anywhere in the workbook can use.
    pub fn name(&mut self, name: &str, sheet: &str, (row, column): (u32, u16)) -> Written {
        let place = format!("='{}'!{}", sheet_name(sheet).replace('\'', "''"), absolute(row, column));
        self.workbook.define_name(name, &place)?;
        Ok(())
    }

    /// The bytes of the file.
    pub fn finish(mut self) -> Written<Vec<u8>> {
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, whatever it begins with.
    Text(String),
    /// A number; nothing where it is not finite.
    Number(f64),
    /// A formula, and the value that it has now.
    Formula(String, f64),
    /// A formula that makes text, and the text that it makes now.
    Spelt(String, String),
    /// The first day of a month.
    Month(i32, u8),
}

/// How the cells of a column are shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Text in a column of so many characters.
    Text(f64),
    /// Numbers of a unit.
    Of(Unit),
    /// Money of which the largest is so large.
    Money(f64),
    /// Months of the calendar.
    Month,
}

impl Kind {
    /// Numbers of a unit, the largest of which is so large in size.
    pub fn of(unit: Unit, values: impl IntoIterator<Item = f64>) -> Self {
        let largest = values.into_iter().map(f64::abs).filter(|v| v.is_finite()).fold(0.0, f64::max);
        if unit == Unit::Money { Self::Money(largest) } else { Self::Of(unit) }
    }

    /// The number format, as spreadsheets of every language store it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text(_) => "@",
            Self::Month => "mmm yyyy",
            Self::Money(largest) if largest < 1_000.0 => "#,##0.00",
            Self::Money(_) | Self::Of(Unit::Money | Unit::Customers | Unit::Points | Unit::Count) => "#,##0",
            Self::Of(Unit::Share) => "0.0%",
            Self::Of(Unit::NpsPoints) => "0.0",
            Self::Of(Unit::Months) => "0",
            Self::Of(Unit::LogRatio) => "0.0000",
            Self::Of(Unit::Number) => "#,##0.####",
        }
    }

    /// Width of a column in characters.
    pub fn width(self) -> f64 {
        match self {
            Self::Text(width) => width,
            Self::Month => 11.0,
            Self::Money(_) => 17.0,
            Self::Of(_) => 14.0,
        }
    }

    /// How its cells look.
    pub fn style(self) -> Format {
        let style = Format::new().set_align(FormatAlign::Top);
        match self {
            Self::Text(_) => style.set_text_wrap(),
            _ => style.set_num_format(self.code()),
        }
    }
}

/// Writes a cell.
pub fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, style: &Format) -> Written {
    match cell {
        Cell::Empty => {}
        Cell::Number(value) if !value.is_finite() => {}
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, clean(text), style)?;
        }
        Cell::Number(value) => {
            sheet.write_number_with_format(row, column, *value, style)?;
        }
        Cell::Formula(formula, value) => {
            let formula = rust_xlsxwriter::Formula::new(formula).set_result(value.to_string());
            sheet.write_formula_with_format(row, column, formula, style)?;
        }
        Cell::Spelt(formula, text) => {
            let formula = rust_xlsxwriter::Formula::new(formula).set_result(clean(text));
            sheet.write_formula_with_format(row, column, formula, style)?;
        }
        Cell::Month(year, month) => {
            let day =
                u16::try_from(*year).ok().and_then(|year| ExcelDateTime::from_ymd(year, *month, 1).ok());
            match day {
                Some(day) => sheet.write_datetime_with_format(row, column, &day, style)?,
                None => sheet.write_string(row, column, format!("{year}-{month:02}"))?,
            };
        }
    }
    Ok(())
}

/// Heads of columns that are no table's.
pub fn head_style() -> Format {
    let style = Format::new().set_bold().set_font_color(INK).set_background_color(PAPER);
    style.set_border_bottom(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top)
}

/// What explains.
pub fn note_style() -> Format {
    Format::new().set_font_color(NOTE).set_italic()
}

/// Sums.
pub fn sum_style(kind: Kind) -> Format {
    kind.style().set_bold().set_border_top(FormatBorder::Thin)
}

/// Text that neither acts on a terminal nor breaks the file.
pub fn clean(text: &str) -> String {
    let whole: String =
        harmless(&breakable(text)).chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    whole.chars().take(LONGEST_TEXT).collect()
}

/// A name that spreadsheets accept: at most 31 characters, none of theirs.
fn sheet_name(name: &str) -> String {
    let plain: String = clean(name).chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
    plain.trim().chars().take(31).collect()
}

/// `$B$7`
pub fn absolute(row: u32, column: u16) -> String {
    format!("${}${}", letters(column), row + 1)
}

/// `B7`
pub fn relative(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// The letters of a column, counted from 0: A, B, … Z, AA.
fn letters(column: u16) -> String {
    let (before, last) = (column / 26, (b'A' + (column % 26) as u8) as char);
    if before == 0 { last.to_string() } else { format!("{}{last}", letters(before - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_their_letters() {
        let named = [(0, 0), (6, 1), (9, 25), (0, 26), (0, 701), (0, 702)];
        assert_eq!(
            named.map(|(row, column)| absolute(row, column)),
            ["$A$1", "$B$7", "$Z$10", "$AA$1", "$ZZ$1", "$AAA$1"]
        );
        assert_eq!(relative(3, 27), "AB4");
    }

    #[test]
    fn names_of_sheets_are_those_that_spreadsheets_accept() {
        assert_eq!(sheet_name("a/b [c]"), "a b  c");
        assert_eq!(sheet_name(&"x".repeat(40)).len(), 31);
    }
}
