//! `loyalsim explain`: every number in force.

use super::args::{ExplainArgs, Listing};
use super::failure::Failure;
use super::session::Session;
use super::values::Csv;
use super::{check, input, results, terminal};
use loyalsim::report;

/// Prints the numbers.
pub fn run(args: &ExplainArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    if let Some(file) = &args.book.xlsx {
        results::write_workbook(file, report::numbers_workbook(&design, words.language()))?;
    }
    terminal::say(&match args.format {
        Listing::Text => report::numbers_text(&design, words),
        Listing::Csv => match args.csv {
            Csv::Plain => report::numbers_csv(&design, words),
            Csv::Excel => report::for_excel(&report::numbers_csv(&design, words), words.language()),
        },
        Listing::Json => {
            report::numbers_json(&design, words).map_err(|e| Failure::unwritable("failure-json", &e))?
        }
    })
}
