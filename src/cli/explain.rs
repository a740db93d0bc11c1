//! `loyalsim explain`: every number in force.

use super::args::{ExplainArgs, Listing};
use super::failure::Failure;
use super::{check, input, terminal};
use loyalsim::report;

/// Prints the numbers.
pub fn run(args: &ExplainArgs) -> Result<(), Failure> {
    let source = input::read(&args.design)?;
    let design = check::design(&source)?;
    terminal::say(&match args.format {
        Listing::Text => report::numbers_text(&design),
        Listing::Csv => report::numbers_csv(&design),
        Listing::Json => report::numbers_json(&design)
            .map_err(|e| Failure::runtime(format!("the numbers cannot be written as JSON: {e}"), ""))?,
    })
}
