//! Reads rows of cells as a log, whatever they come out of.

use super::fault::Fault;
use super::read::{Aside, PAUSE, Reader};
use super::survey::Survey;

/// Rows looked at before the reading begins.
const BEGIN: usize = 20_000;

/// The rows of a table, one after the other: those at its beginning tell what the columns hold.
#[derive(Default)]
pub(super) struct Rows {
    seen: usize,
    begin: Vec<(u64, Vec<String>)>,
    survey: Option<Survey>,
}

impl Rows {
    /// Takes a row with its number.
    ///
    /// # Errors
    /// If the table cannot be read without guessing, or the work is stopped.
    pub fn take(
        &mut self,
        reader: &mut Reader<'_>,
        (line, cells): (u64, Vec<String>),
        aside: &mut dyn FnMut(&Aside<'_>),
        pause: &mut dyn FnMut() -> bool,
    ) -> Result<(), Fault> {
        self.seen += 1;
        if self.seen.is_multiple_of(PAUSE) && !pause() {
            return Err(Fault::Stopped);
        }
        match &self.survey {
            Some(survey) => reader.take(line, &cells, survey, aside)?,
            None => {
                self.begin.push((line, cells));
                if self.begin.len() == BEGIN {
                    self.survey = Some(begin(reader, &std::mem::take(&mut self.begin), aside)?);
                }
            }
        }
        Ok(())
    }

    /// After the last row.
    ///
    /// # Errors
    /// If the table cannot be read without guessing.
    pub fn finish(self, reader: &mut Reader<'_>, aside: &mut dyn FnMut(&Aside<'_>)) -> Result<Survey, Fault> {
        match self.survey {
            Some(survey) => Ok(survey),
            None => begin(reader, &self.begin, aside),
        }
    }
}

/// Looks at the first rows, and takes them.
fn begin(
    reader: &mut Reader<'_>,
    rows: &[(u64, Vec<String>)],
    aside: &mut dyn FnMut(&Aside<'_>),
) -> Result<Survey, Fault> {
    let cells: Vec<Vec<String>> = rows.iter().map(|(_, cells)| cells.clone()).collect();
    let survey = Survey::of_rows(&cells, b',', reader.options)?;
    for (line, cells) in &rows[survey.titles + 1..] {
        reader.take(*line, cells, &survey, aside)?;
    }
    Ok(survey)
}
