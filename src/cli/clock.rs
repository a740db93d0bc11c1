//! The day on which a report is made.

use loyalsim::units::YearMonth;
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: i64 = 86_400;

/// Today (UTC): the month and its day. `SOURCE_DATE_EPOCH`, seconds since 1970, sets another day, for reports that can be made again
/// to the byte (reproducible-builds.org).
pub fn today() -> Option<(YearMonth, u8)> {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs() as i64);
    day(set.or_else(now)?.div_euclid(DAY))
}

/// The date written as `2026-11-28`.
pub fn date(text: &str) -> Option<(YearMonth, u8)> {
    let (month, day) = text.rsplit_once('-')?;
    Some((month.parse().ok()?, day.parse().ok().filter(|day| (1..=31).contains(day))?))
}

/// The date of a day counted from 1 January 1970, by the calendar's cycle of 400 years.
fn day(days: i64) -> Option<(YearMonth, u8)> {
    const CYCLE: i64 = 146_097;
    // Years begin in March here, so that the leap day is the last.
    let shifted = days + 719_468;
    let (cycle, of_cycle) = (shifted.div_euclid(CYCLE), shifted.rem_euclid(CYCLE));
    let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = i32::try_from(year + 400 * cycle + later).ok()?;
    Some((YearMonth::new(year, month as u8)?, day as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        for (days, date, of_month) in [
            (0, "1970-01", 1),
            (58, "1970-02", 28),
            (59, "1970-03", 1),
            (11_016, "2000-02", 29),
            (11_017, "2000-03", 1),
            (20_454, "2026-01", 1),
            (20_784, "2026-11", 27),
        ] {
            let (month, day) = day(days).unwrap();
            assert_eq!((month.to_string().as_str(), day), (date, of_month), "{days}");
            assert_eq!(super::date(&format!("{month}-{day:02}")), Some((month, day)));
        }
    }
}
