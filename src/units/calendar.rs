//! Calendar months: the clock of the simulation.

use std::fmt;
use std::str::FromStr;

/// A calendar month such as `2011-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    year: i32,
    /// 1 = January … 12 = December.
    month: u8,
}

/// The text is not a month of the form `YYYY-MM`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a month: write it as \"2026-03\"")]
pub struct NotAMonth(pub String);

impl YearMonth {
    /// The month `month` (1–12) of `year`, or `None` outside that range.
    pub fn new(year: i32, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { year, month })
    }

    /// January of `year`.
    pub const fn january(year: i32) -> Self {
        Self { year, month: 1 }
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, 1–12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The month `months` later (earlier if negative).
    pub fn plus(self, months: i32) -> Self {
        let index = self.year * 12 + i32::from(self.month) - 1 + months;
        Self { year: index.div_euclid(12), month: (index.rem_euclid(12) + 1) as u8 }
    }

    /// Months from `earlier` to `self`; negative if `self` comes first.
    pub fn months_since(self, earlier: Self) -> i32 {
        (self.year - earlier.year) * 12 + i32::from(self.month) - i32::from(earlier.month)
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for YearMonth {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let parsed = || {
            let (year, month) = text.split_once('-')?;
            // a sign would be read as part of a number
            let are_digits =
                |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
            if !are_digits(year, 4) || !are_digits(month, 2) {
                return None;
            }
            Self::new(year.parse().ok()?, month.parse().ok()?)
        };
        parsed().ok_or_else(|| NotAMonth(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_no_digits() {
        assert!(["+202-01", "2024-+1", "2024-1"].iter().all(|text| text.parse::<YearMonth>().is_err()));
    }

    #[test]
    fn months_count_across_years() {
        let launch: YearMonth = "2011-03".parse().unwrap();
        assert_eq!(launch.plus(34).to_string(), "2014-01");
        assert_eq!(launch.plus(-3).to_string(), "2010-12");
        assert_eq!("2013-12".parse::<YearMonth>().unwrap().months_since(launch), 33);
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "2011", "2011-13", "2011-00", "11-03", "2011-3", "March 2011"] {
            assert!(text.parse::<YearMonth>().is_err(), "{text}");
        }
    }
}
