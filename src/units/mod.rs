//! Quantities the whole program shares: types for money, shares, rates with their period; units; calendar months and days; ranges.

mod calendar;
mod day;
pub mod format;
mod key_unit;
mod quantity;
mod range;
mod rate;
mod unit;

pub use calendar::YearMonth;
pub use day::{Day, NotADay};
pub use key_unit::{KeyUnit, NotAUnit};
pub use quantity::{Money, Months, NpsScore, Points, Share};
pub use range::{Range, as_written};
pub use rate::{AnnualRate, AnnualRetention, MonthlyRate};
pub use unit::{Period, Unit};
