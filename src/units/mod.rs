//! Quantities the whole program shares: units, calendar months, rates, ranges.

mod calendar;
pub mod format;
mod key_unit;
mod range;
mod rate;
mod unit;

pub use calendar::YearMonth;
pub use key_unit::{KeyUnit, NotAUnit};
pub use range::{Range, as_written};
pub use rate::{monthly_discount_factor, monthly_from_annual_retention};
pub use unit::{Period, Unit};
