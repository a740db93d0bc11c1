//! What can be taken home from a class that is over: handouts, and the table of everything.

use super::table::csv;
use super::{handout, log};
use loyalsim::design::Saying;
use loyalsim::words::Language;

/// The handout of each team of a log, by the team's name.
///
/// # Errors
/// If the log is none.
pub fn handouts(lines: &[String], language: Language) -> Result<Vec<(String, String)>, Saying> {
    Ok(handout::handouts(&log::read(lines)?, language))
}

/// The table of a log, as CSV.
///
/// # Errors
/// If the log is none.
pub fn table(lines: &[String]) -> Result<String, Saying> {
    Ok(csv(&log::read(lines)?))
}
