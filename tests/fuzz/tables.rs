//! Short tables, as many of them as there are ways to write a date, an amount, a name: each read to its end as what it says it is.

use crate::bytes::{Choices, fed, reached};
use crate::read;
use loyalsim::data::amounts::{Decimal, DecimalEvidence, amount, currency};
use loyalsim::data::dates::{Order, OrderEvidence, day};
use loyalsim::data::{CohortOptions, Cohorts, Fault, Log, Members, Options, Reader, Reasons, Scores};
use loyalsim::units::Day;
use loyalsim::words::{Language, Words};

/// What rows are about.
#[derive(Clone, Copy)]
enum Of {
    Purchases,
    Members,
    Scores,
    Reasons,
    Cohorts,
}

const KINDS: [Of; 5] = [Of::Purchases, Of::Members, Of::Scores, Of::Reasons, Of::Cohorts];

impl Of {
    fn heads(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Purchases => &[
                &["customer", "date", "amount"],
                &["Код клиента", "Дата чека", "Сумма, руб."],
                &["client", "day", "price", "quantity", "currency"],
                &["customer", "date", "amount", "points earned", "points spent", "discount"],
            ],
            Self::Members => &[&["customer", "since", "tier", "balance"], &["Клиент", "Участник", "Баланс"]],
            Self::Scores => &[&["score", "customer", "date"], &["Оценка", "Клиент"]],
            Self::Reasons => &[&["reason", "count"], &["Причина", "Количество"]],
            Self::Cohorts => &[
                &["cohort", "size", "month 1", "month 2", "month 3"],
                &["cohort", "period", "left"],
                &["Когорта", "0", "1", "2", "3"],
            ],
        }
    }

    /// Rows without which there is too little to say anything.
    fn honest(self, mark: char) -> String {
        match self {
            Self::Scores => (0..30).map(|k| format!("{}{mark}C{k}{mark}2024-05-01\n", k % 11)).collect(),
            Self::Reasons => format!("price{mark}40\n"),
            Self::Purchases | Self::Members | Self::Cohorts => String::new(),
        }
    }
}

/// Bytes become a short table, which is read.
pub fn tabled(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let of = choices.of(&KINDS);
    let file = file(of, &mut choices);
    fed(&file);
    let options = Options {
        order: choices.of(&[None, Some(Order::DayFirst), Some(Order::MonthFirst)]),
        decimal: choices.of(&[None, Some(Decimal::Point), Some(Decimal::Comma)]),
        tolerated: choices.of(&[1.0, 0.05]),
        ..Options::default()
    };
    let fault = match of {
        Of::Purchases => purchases(&file, &options).err(),
        Of::Members => Members::read(file, &options).map(|members| are_members(&members)).err(),
        Of::Scores => Scores::read(file, &options).map(|scores| are_scores(&scores)).err(),
        Of::Reasons => Reasons::read(file, None, &options).map(|reasons| assert!(reasons.count() > 0)).err(),
        Of::Cohorts => {
            Cohorts::read(file, &CohortOptions::default(), &options).map(|c| are_cohorts(&c)).err()
        }
    };
    reached(fault.as_ref().map_or("a table", |fault| fault.saying().key));
    if let Some(fault) = &fault {
        for language in Language::ALL {
            read::assert_harmless(&Words::new(language).tell(&fault.saying()));
        }
    }
    fault.is_none()
}

/// A head, a few rows of cells of all kinds, a byte of it taken for another, in any encoding.
fn file(of: Of, choices: &mut Choices) -> Vec<u8> {
    let (head, mark) = (choices.of(of.heads()), choices.of(&[',', ';', '\t', '|']));
    let mut text = head.join(&mark.to_string()) + "\n" + &of.honest(mark);
    for _ in 0..=choices.below(4) {
        let cells: Vec<String> = head.iter().map(|_| cell(choices)).collect();
        text += &(cells.join(&mark.to_string()) + choices.of(&["\n", "\n", "\r\n", "\r", ""]));
    }
    let mut file = match choices.below(12) {
        0 => encoding_rs::WINDOWS_1251.encode(&text).0.into_owned(),
        1 => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        2 => [&b"\xef\xbb\xbf"[..], text.as_bytes()].concat(),
        _ => text.into_bytes(),
    };
    if choices.below(4) == 0 {
        let at = choices.below(file.len());
        file[at] = choices.byte();
    }
    file
}

/// What may stand in a cell: a customer, a date or an amount in one of many ways, a word, or anything.
fn cell(choices: &mut Choices) -> String {
    match choices.below(8) {
        0 => format!("K{}", choices.below(4)),
        1 | 2 => date(choices),
        3 | 4 => money(choices),
        5 => choices.below(1000).to_string(),
        6 => choices.of(&WORDS).to_owned(),
        _ => (0..choices.below(6)).map(|_| piece(choices)).collect(),
    }
}

const WORDS: [&str; 20] = [
    "",
    "price",
    "Дорого",
    "total",
    "Итого",
    "10",
    "7/10",
    "yes",
    "да",
    "gold",
    "2024-01",
    "Q1 2024",
    "100%",
    "NaN",
    "1e308",
    "\u{fffd}",
    "=1+1",
    "\u{1b}[31m",
    "\"",
    "\"a\"\"b\"",
];

fn date(choices: &mut Choices) -> String {
    let (year, month, day) = (choices.below(2200), choices.below(14), choices.below(33));
    let mark = choices.of(&["-", "/", ".", " ", ""]);
    let time = choices.of(&["", "", "T09:30:00Z", " 9:30", " 11:59 PM", " г.", ".5"]);
    let name = choices.of(&["Mar", "мая", "December", "янв"]);
    match choices.below(6) {
        0 => format!("{year:04}{mark}{month:02}{mark}{day:02}{time}"),
        1 => format!("{day:02}{mark}{month:02}{mark}{year:04}{time}"),
        2 => format!("{day}{mark}{month}{mark}{:02}{time}", year % 100),
        3 => format!("{day} {name} {year}{time}"),
        4 => format!("{name} {day}, {year}"),
        _ => format!("{}{time}", 10 * year + day),
    }
}

fn money(choices: &mut Choices) -> String {
    let sign = choices.of(&["", "", "", "-", "−", "+", "("]);
    let before = choices.of(&["", "", "$", "€", "USD "]);
    let after = choices.of(&["", "", " руб.", " ₽", "%", "-"]);
    let whole = choices.below(60_000);
    let group = choices.of(&["", "", ",", ".", " ", "\u{a0}", "\u{202f}", "'"]);
    let decimals = choices.of(&["", ".5", ",5", ".50", ",50", ".500", ",500", "."]);
    let close = if sign == "(" { ")" } else { "" };
    format!("{sign}{before}{}{group}{:03}{decimals}{after}{close}", whole / 1000, whole % 1000)
}

fn piece(choices: &mut Choices) -> char {
    choices.of(&[
        '0', '1', '9', '2', '3', '.', ',', '-', '/', ' ', '%', '(', ')', 'e', 'T', ':', 'р', '€', '−', '\'',
        '+', '\u{a0}', '\u{661}', 'ß', 'İ', '\0', '_', 'm', 'a', 'r',
    ])
}

fn purchases(file: &[u8], options: &Options) -> Result<(), Fault> {
    let mut reader = Reader::new(options);
    reader.read_text(file, &mut |_| {}, &mut || true)?;
    are_purchases(&reader.finish()?.0);
    Ok(())
}

/// Days rise and amounts are numbers.
pub fn are_purchases(log: &Log) {
    for customer in &log.customers {
        let days: Vec<_> = customer.purchases.iter().map(|purchase| purchase.day).collect();
        assert!(!days.is_empty() && days.windows(2).all(|two| two[0] < two[1]), "{days:?}");
        assert!(customer.purchases.iter().all(|purchase| purchase.amount.is_finite()));
    }
}

fn are_members(members: &Members) {
    for (name, member) in &members.all {
        assert!(!name.is_empty() && member.balance.is_none_or(|points| points.is_finite() && points >= 0.0));
    }
}

fn are_scores(scores: &Scores) {
    assert!(scores.answers.iter().all(|answer| answer.score <= 10));
}

/// Whoever is left was there before.
pub fn are_cohorts(cohorts: &Cohorts) {
    for cohort in &cohorts.cohorts {
        assert!(cohort.left.windows(2).all(|two| two[0] >= two[1] - 1e-6 && two[1] >= 0.0), "{cohort:?}");
    }
}

/// A cell by itself, as a date and as an amount: what is read can be, and says the same when it is written again.
pub fn celled(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let mut text = match choices.below(5) {
        0 | 1 => date(&mut choices),
        2 | 3 => money(&mut choices),
        _ => (0..=choices.below(9)).map(|_| piece(&mut choices)).collect(),
    };
    for _ in 0..choices.below(3) {
        let at = (0..=text.len()).nth(choices.below(text.len() + 1)).unwrap_or(0);
        if text.is_char_boundary(at) {
            text.insert(at, piece(&mut choices));
        }
    }
    fed(text.as_bytes());
    let days = [Order::DayFirst, Order::MonthFirst].map(|order| day(&text, order));
    days.into_iter().flatten().for_each(is_a_day);
    let amounts = [Decimal::Point, Decimal::Comma].map(|decimal| amount(&text, decimal));
    assert!(amounts.into_iter().flatten().all(|value| value.abs() <= 1e14), "{text}: {amounts:?}");
    let (mut order, mut decimal) = (OrderEvidence::default(), DecimalEvidence::default());
    order.see(&text);
    decimal.see(&text);
    assert!(order.day_first + order.month_first + order.either <= 1, "{text}: {order:?}");
    assert!(decimal.point + decimal.comma + decimal.either <= 1, "{text}: {decimal:?}");
    // every way in which a cell can be a date in one order, an amount with one mark, and evidence for either
    let as_seen = [order.day_first, order.month_first, decimal.point, decimal.comma];
    reached(&format!(
        "{:?} {:?} {as_seen:?}",
        days.map(|day| day.is_some()),
        amounts.map(|amount| amount.is_some())
    ));
    assert!(currency(&text).is_none_or(|name| !name.is_empty()));
    days.iter().any(Option::is_some) || amounts.iter().any(Option::is_some)
}

fn is_a_day(found: Day) {
    let (year, month, of_month) = found.parts();
    assert_eq!(Day::new(year, month, of_month), Some(found));
    if (1000..10_000).contains(&year) {
        assert_eq!(day(&found.to_string(), Order::MonthFirst), Some(found), "{found}");
    }
}
