//! Dates as people and programs write them.

use crate::units::Day;

/// In which order day and month stand where the text alone does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 31/12/2024
    DayFirst,
    /// 12/31/2024
    MonthFirst,
}

/// What a column of dates has shown about their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrderEvidence {
    /// Dates that only make sense with the day first.
    pub day_first: u64,
    /// Dates that only make sense with the month first.
    pub month_first: u64,
    /// Dates that make sense either way, with different days.
    pub either: u64,
}

impl OrderEvidence {
    /// Learns from one date.
    pub fn see(&mut self, text: &str) {
        let Some(Written::Short([first, second, _], separator)) = written(text) else { return };
        // points are written between day and month in no country that puts the month first
        if separator == '.' {
            return;
        }
        match (first > 12, second > 12) {
            (true, false) => self.day_first += 1,
            (false, true) => self.month_first += 1,
            (false, false) if first != second => self.either += 1,
            _ => {}
        }
    }
}

/// A date with its numbers in the order in which they stand.
enum Written {
    /// Year first.
    Long([u32; 3]),
    /// Year last.
    Short([u32; 3], char),
    /// Days since the end of 1899, as spreadsheets count.
    Serial(i32),
}

/// The day that `text` tells; time of day and time zone are left out. Years of two digits are from 1970 to 2069.
pub fn day(text: &str, order: Order) -> Option<Day> {
    if let Some(day) = iso(text.as_bytes()) {
        return Some(day);
    }
    match written(text)? {
        Written::Long([year, month, day]) => Day::new(year as i32, month, day),
        Written::Serial(days) => Some(Day::since_1970(days - 25_569)),
        Written::Short([first, second, year], separator) => {
            let (day, month) = match order {
                Order::MonthFirst if separator != '.' => (second, first),
                _ => (first, second),
            };
            Day::new(full_year(year), month, day)
        }
    }
}

/// 2024-03-31 and nothing else, as most programs write it.
fn iso(text: &[u8]) -> Option<Day> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text else { return None };
    let number = |digits: &[u8]| {
        let digit = |byte: &u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
        digits.iter().try_fold(0, |number, byte| Some(10 * number + digit(byte)?))
    };
    Day::new(number(&[a, b, c, d])? as i32, number(&[e, f])?, number(&[g, h])?)
}

fn full_year(year: u32) -> i32 {
    match year {
        0..=69 => 2000 + year as i32,
        70..=99 => 1900 + year as i32,
        _ => year as i32,
    }
}

fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    let date = text.split(|c: char| c == 'T' || c.is_whitespace()).next()?;
    // a time may follow, nothing else
    let is_time = |c: char| c.is_ascii_digit() || " T:.,+-Z\u{a0}AaPpMm".contains(c);
    let numbers = || {
        if text[date.len()..].chars().all(is_time) { serial(date).or_else(|| numeric(date)) } else { None }
    };
    numbers().or_else(|| named_month(text))
}

/// Three numbers between the same two marks.
fn numeric(date: &str) -> Option<Written> {
    let separator = date.chars().find(|c| !c.is_ascii_digit()).filter(|c| "-/.".contains(*c))?;
    let parts: Vec<&str> = date.split(separator).collect();
    let [first, second, third] = parts[..] else { return None };
    let three = [whole(first)?, whole(second)?, whole(third)?];
    match (first.len(), second.len(), third.len()) {
        (4, 1 | 2, 1 | 2) => Some(Written::Long(three)),
        (1 | 2, 1 | 2, 2 | 4) => Some(Written::Short(three, separator)),
        _ => None,
    }
}

fn whole(text: &str) -> Option<u32> {
    if !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Eight digits are year, month, day; five are a day as spreadsheets count them, from 1955 to 2119.
fn serial(text: &str) -> Option<Written> {
    let days = text.split_once(['.', ',']).map_or(text, |(days, part_of_day)| {
        if whole(part_of_day).is_some() || part_of_day.len() > 9 { days } else { text }
    });
    let number = whole(days)?;
    match days.len() {
        8 if days.len() == text.len() => {
            Some(Written::Long([number / 10_000, number / 100 % 100, number % 100]))
        }
        5 if (20_000..80_000).contains(&number) => Some(Written::Serial(number as i32)),
        _ => None,
    }
}

/// How months begin in English and Russian.
const MONTHS: [[&str; 2]; 12] = [
    ["jan", "янв"],
    ["feb", "фев"],
    ["mar", "мар"],
    ["apr", "апр"],
    ["may", "ма"],
    ["jun", "июн"],
    ["jul", "июл"],
    ["aug", "авг"],
    ["sep", "сен"],
    ["oct", "окт"],
    ["nov", "ноя"],
    ["dec", "дек"],
];

/// The number of the month, from 1, whose name begins in lower case as this word does.
pub fn month_of_name(word: &str) -> Option<u32> {
    let begins = |names: &[&str; 2]| names.iter().any(|begin| word.starts_with(begin));
    MONTHS.iter().position(begins).map(|at| at as u32 + 1)
}

/// 3 March 2024, 03-Mar-24, March 3, 2024, 3 марта 2024 г.
fn named_month(text: &str) -> Option<Written> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(3);
    let three = [words.next()?, words.next()?, words.next()?];
    let name = three.iter().position(|word| word.chars().all(char::is_alphabetic))?;
    let month = month_of_name(three[name])?;
    let numbers: Vec<u32> =
        three.iter().enumerate().filter(|(at, _)| *at != name).filter_map(|(_, word)| whole(word)).collect();
    match numbers[..] {
        [year, day] if year > 31 => Some(Written::Long([year, month, day])),
        [day, year] => Some(Written::Long([full_year(year) as u32, month, day])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        for text in [
            "2024-03-02",
            "2024/3/2",
            "20240302",
            "2024-03-02T09:30:00Z",
            "2024-03-02 09:30:00+03:00",
            "02.03.2024",
            "2.3.24",
            "02.03.2024 9:30",
            "02/03/2024",
            "02-03-2024 11:59 PM",
            "45353",
            "45353.396",
            "2 March 2024",
            "02-Mar-24",
            "March 2, 2024",
            "2 марта 2024 г.",
        ] {
            assert_eq!(
                day(text, Order::DayFirst).map(|d| d.to_string()),
                Some("2024-03-02".into()),
                "{text}"
            );
        }
        assert_eq!(day("03/02/2024", Order::MonthFirst).unwrap().to_string(), "2024-03-02");
        assert_eq!(day("2 мая 2024", Order::DayFirst).unwrap().to_string(), "2024-05-02");
        for text in
            ["", "yesterday", "31.02.2024", "2024-13-01", "1.5", "12", "00:15", "2024-03", "5/5/5/5", "Итого"]
        {
            assert_eq!(day(text, Order::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn the_order_is_learned_from_dates_that_have_but_one() {
        let mut seen = OrderEvidence::default();
        for text in ["01/02/2024", "13/02/2024", "02/13/2024", "05/05/2024", "13.02.2024", "2024-02-13"] {
            seen.see(text);
        }
        assert_eq!(seen, OrderEvidence { day_first: 1, month_first: 1, either: 1 });
    }
}
