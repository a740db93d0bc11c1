//! Quantities the whole program shares: calendar months, rates, ranges.

mod calendar;
pub mod format;
mod range;
mod rate;

pub use calendar::YearMonth;
pub use range::{Range, as_written};
pub use rate::{monthly_discount_factor, monthly_from_annual_retention};
