//! Calendar days, for data that know the day.

use super::YearMonth;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day of the Gregorian calendar: days since 1970-01-01. In files it is written as `2024-06-30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(i32);

/// A text that is no day written as `2024-06-30`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a day such as 2024-06-30")]
pub struct NotADay(String);

impl Day {
    /// The day `day` of `month` of `year`, or `None` where the calendar has none.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=12).contains(&month) || day < 1 || day > days_of(year, month) || !(1..=9999).contains(&year)
        {
            return None;
        }
        // years begin in March, so that the day of the leap year comes last (Hinnant 2013, "chrono-compatible low-level date algorithms")
        let shifted = if month <= 2 { year - 1 } else { year };
        let (era, year_of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
        let day_of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// So many days after 1970-01-01.
    pub fn since_1970(days: i32) -> Self {
        Self(days)
    }

    /// The day `days` later (earlier if negative).
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// Days from `earlier` to this one; negative if this one comes first.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Year, month and day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        let days = self.0 + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month as u32, day as u32)
    }

    /// The month in which it lies.
    pub fn month(self) -> YearMonth {
        let (year, month, _) = self.parts();
        YearMonth::january(year).plus(month as i32 - 1)
    }

    /// The first day of a month.
    pub fn first_of(month: YearMonth) -> Self {
        // every month has a first day
        Self::new(month.year(), u32::from(month.month()), 1).unwrap_or(Self(0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<u32>().ok());
        let mut next = || parts.next().flatten();
        let day = match (next(), next(), next()) {
            (Some(year), Some(month), Some(day)) => Self::new(year as i32, month, day),
            _ => None,
        };
        day.ok_or(NotADay(text))
    }
}

fn days_of(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every day of 800 years: one after the other, there and back.
    #[test]
    fn days_follow_each_other() {
        let mut expected = Day::new(1600, 1, 1).unwrap();
        for year in 1600..2400 {
            for month in 1..=12 {
                for day in 1..=days_of(year, month) {
                    let found = Day::new(year, month, day).unwrap();
                    assert_eq!((found, found.parts()), (expected, (year, month, day)));
                    expected = expected.plus(1);
                }
                assert_eq!(Day::new(year, month, days_of(year, month) + 1), None);
            }
        }
        assert_eq!(Day::new(1970, 1, 1), Some(Day::since_1970(0)));
        assert_eq!(Day::new(1997, 9, 30).unwrap().to_string(), "1997-09-30");
        assert_eq!(Day::try_from("1997-09-30".to_owned()), Ok(Day::new(1997, 9, 30).unwrap()));
        for wrong in ["1997-09-31", "1997-09", "30.09.1997", "", "1997-09-30-1", "-1997-09-30"] {
            assert!(Day::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
