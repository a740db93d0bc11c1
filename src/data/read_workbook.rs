//! Reads the sheets of a workbook as a log.

use super::columns::Columns;
use super::fault::Fault;
use super::read::{Aside, Reader};
use super::read_rows::Rows;
use super::survey::{Survey, TITLES};
use super::workbook::Workbook;

impl Reader<'_> {
    /// Reads the sheet of a workbook that holds purchases, or all sheets with the same head: see [`Self::read_text`].
    ///
    /// # Errors
    /// As for [`Self::read_text`], and where sheets with different heads may be meant.
    pub fn read_workbook(
        &mut self,
        book: &mut Workbook,
        aside: &mut dyn FnMut(&Aside<'_>),
        pause: &mut dyn FnMut() -> bool,
    ) -> Result<Survey, Fault> {
        let mut last = None;
        for sheet in self.sheets(book)? {
            let mut rows = Rows::default();
            book.rows(&sheet, &mut |line, cells| {
                rows.take(self, (line, cells), aside, pause).map(|()| true)
            })?;
            last = Some(rows.finish(self, aside)?);
        }
        last.ok_or(Fault::NoTable)
    }

    /// The sheets that are read: the one stated, or all those with the same head that is understood.
    fn sheets(&self, book: &mut Workbook) -> Result<Vec<String>, Fault> {
        let names = book.sheets();
        if let Some(stated) = &self.options.sheet {
            let named = names.iter().find(|name| name.trim() == stated.trim());
            let numbered = stated.parse::<usize>().ok().and_then(|n| names.get(n.checked_sub(1)?));
            let no_such = || Fault::NoSuchSheet { sheet: stated.clone(), sheets: names.clone() };
            return Ok(vec![named.or(numbered).cloned().ok_or_else(no_such)?]);
        }
        let (mut understood, mut filled) = (Vec::<(String, Vec<String>)>::new(), None);
        for name in &names {
            let rows = first_rows(book, name)?;
            filled = filled.or_else(|| (!rows.is_empty()).then(|| name.clone()));
            let head = rows.into_iter().find(|row| Columns::is_head(row, &self.options.mapped));
            understood.extend(head.map(|head| (name.clone(), head)));
        }
        let alike = understood.windows(2).all(|two| two[0].1 == two[1].1);
        let sheets: Vec<String> = understood.into_iter().map(|(name, _)| name).collect();
        match sheets.len() {
            // the one that is there says which columns it has
            0 => Ok(vec![filled.ok_or(Fault::NoTable)?]),
            _ if alike => Ok(sheets),
            _ => Err(Fault::Sheets { sheets }),
        }
    }
}

/// The rows of a sheet among which a head may be.
fn first_rows(book: &mut Workbook, sheet: &str) -> Result<Vec<Vec<String>>, Fault> {
    let mut rows = Vec::new();
    book.rows(sheet, &mut |_, cells| {
        rows.push(cells);
        Ok(rows.len() < TITLES)
    })?;
    Ok(rows)
}
