//! What the heads of a table of cohorts say: after how many periods, and in which month.

use super::dates::{Order, day, month_of_name};
use crate::units::YearMonth;

/// Words beside the number of a period, and how many months it has by them; 0 for days and weeks, which no month is made of.
const UNITS: [(u32, &str); 5] = [
    (1, "m, mo, mon, month, months, мес, месяц, месяца, месяцев, м"),
    (3, "q, quarter, quarters, кв, квартал, квартала, кварталов"),
    (12, "y, yr, year, years, год, года, лет, г"),
    (0, "d, day, days, w, week, weeks, день, дня, дней, нед, неделя, недели, недель"),
    (
        u32::MAX,
        "after, period, periods, p, t, tenure, through, период, периода, периодов, через, спустя, й, я, го, ый",
    ),
];
/// Years of which a table may be.
const YEARS: std::ops::Range<i32> = 1950..2101;
/// No table has more periods.
const MOST: usize = 600;

/// A period: its number, and how many months it has where its words say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Periods since the start.
    pub number: usize,
    /// Months of a period; 0 for less than a month.
    pub months: Option<u32>,
}

/// A period such as `12`, `M12`, `month 12`, `12-й месяц`.
pub fn period(text: &str) -> Option<Period> {
    let text = text.trim().to_lowercase();
    // spreadsheets keep whole numbers with decimals
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let mut digits = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let number = digits.next()?.parse::<usize>().ok().filter(|number| *number <= MOST)?;
    if digits.next().is_some() {
        return None;
    }
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut months = None;
    for word in words {
        match unit(word)? {
            u32::MAX => {}
            found => months = Some(found),
        }
    }
    let others = |c: char| !c.is_alphanumeric() && !" .-_+#№()".contains(c);
    (!text.contains(others) && !text.starts_with('-')).then_some(Period { number, months })
}

/// Months of a unit; the largest number for words that say nothing of it.
pub fn unit(word: &str) -> Option<u32> {
    let named = |names: &str| names.split(", ").any(|name| name == word);
    UNITS.iter().find(|(_, names)| named(names)).map(|(months, _)| *months)
}

/// The first month of what a text names: a month, a quarter or a year.
pub fn month(text: &str) -> Option<YearMonth> {
    let text = text.trim().to_lowercase();
    if text.is_empty() || text.chars().count() > 30 {
        return None;
    }
    let numbers: Vec<i32> =
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let year = |n: i32| if (0..100).contains(&n) { 2000 + n } else { n };
    let valid = |n: i32, month: i32| {
        let month = u8::try_from(month).ok()?;
        YEARS.contains(&year(n)).then(|| YearMonth::new(year(n), month)).flatten()
    };
    match (&words[..], &numbers[..]) {
        ([], [only]) if text.len() == 4 => valid(*only, 1),
        ([word], [only]) if matches!(*word, "г" | "год" | "year" | "fy") && *only > 99 => valid(*only, 1),
        ([], [first, second]) if *first > 99 => valid(*first, *second),
        ([], [first, second]) if *second > 99 => valid(*second, *first),
        ([], [_, _, _]) => day(&text, Order::DayFirst).map(crate::units::Day::month),
        ([word, rest @ ..], [only]) if rest.iter().all(|word| matches!(*word, "г" | "год" | "года")) => {
            valid(*only, month_of_name(word)? as i32)
        }
        ([word, ..], [one, other]) if unit(word) == Some(3) => {
            let (quarter, year) = if *one > 4 { (*other, *one) } else { (*one, *other) };
            (1..=4).contains(&quarter).then(|| valid(year, 3 * quarter - 2)).flatten()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_by_their_numbers() {
        let told = |text: &str| period(text).map(|found| (found.number, found.months));
        for text in ["12", "12.0", "period 12", "+12", "период 12"] {
            assert_eq!(told(text), Some((12, None)), "{text}");
        }
        for text in ["M12", "month 12", "Month_12", "12 мес.", "12-й месяц", "через 12 месяцев", "m12"]
        {
            assert_eq!(told(text), Some((12, Some(1))), "{text}");
        }
        assert_eq!(
            (told("Year 3"), told("3 кв."), told("D30")),
            (Some((3, Some(12))), Some((3, Some(3))), Some((30, Some(0))))
        );
        for text in ["", "size", "2024-01", "plan 3", "-3", "12 %", "1.5", "99999"] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn months_are_told_in_two_languages() {
        let told = |text: &str| month(text).map(|found| found.to_string());
        for text in [
            "2024-03",
            "03.2024",
            "3/2024",
            "2024/3",
            "Mar 2024",
            "march 24",
            "март 2024",
            "мар.24",
            "2024-03-01",
            "01.03.2024",
        ] {
            assert_eq!(told(text).as_deref(), Some("2024-03"), "{text}");
        }
        assert_eq!(told("май 2024 г.").as_deref(), Some("2024-05"));
        assert_eq!(
            (told("2024"), told("Q2 2024"), told("2 кв. 2024")),
            (Some("2024-01".into()), Some("2024-04".into()), Some("2024-04".into()))
        );
        for text in ["", "regular", "13.2024", "plan 2024 1 2 3", "12", "high end"] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
