//! What the user has stated about the data.

use super::amounts::Decimal;
use super::columns::Mapped;
use super::dates::Order;

/// What the user has stated about the data.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Columns named for what they hold.
    pub mapped: Vec<Mapped>,
    /// Which number of a date is the day, if stated.
    pub order: Option<Order>,
    /// What stands before decimals, if stated.
    pub decimal: Option<Decimal>,
    /// The sheet of a workbook, by its name or its number from 1, if stated.
    pub sheet: Option<String>,
    /// The column by which customers are told apart, by its name or its number from 1, if stated.
    pub apart: Option<String>,
    /// Share of rows that may be unreadable, 0..=1.
    pub tolerated: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { mapped: Vec::new(), order: None, decimal: None, sheet: None, apart: None, tolerated: 0.05 }
    }
}
