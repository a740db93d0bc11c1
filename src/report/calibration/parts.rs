//! Pieces of a story, before anybody sets them.

use crate::charts::Chart;
use crate::fit::backtest::BackTest;
use crate::words::Words;

/// A part with its heading; the first has none.
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
pub enum Block {
    /// What matters most.
    Lead(String),
    /// A paragraph.
    Text(String),
    /// Remarks, one under the other.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A picture.
    Chart(Box<Chart>),
}

/// A table; all columns but the first are numbers.
pub struct Table {
    /// What it shows; empty where the head says it.
    pub caption: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Months that a number of days comes to, at least one.
pub fn months(test: &BackTest) -> u64 {
    (libm::round(f64::from(test.until.since(test.cut)) / 30.44) as u64).max(1)
}

/// A relative error with its sign and one decimal.
pub fn error(words: Words<'_>, error: f64) -> String {
    format!("{} %", words.signed_fixed(100.0 * error, 1))
}

/// For messages that choose by it.
pub fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}
