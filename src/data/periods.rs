//! A table of promotions and of times in which a program ran.

use super::amounts::{Decimal, amount};
use super::dates::{self, Order};
use super::fault::Fault;
use super::options::Options;
use super::period_fault::PeriodFault;
use super::role::Role;
use super::table::{Table, cell};
use crate::units::Day;
use serde::{Deserialize, Serialize};

/// What ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// A promotion.
    Promotion,
    /// A program, or a change of one.
    Program,
}

/// A promotion, or a time in which a program ran.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// What it is called.
    pub name: String,
    /// The first day.
    pub from: Day,
    /// The last day; nothing if it goes on.
    pub until: Option<Day>,
    /// What ran.
    pub kind: PeriodKind,
    /// The discount as a share of the price, where it is told.
    pub discount: Option<f64>,
}

impl Period {
    /// All of a table with a row for each.
    ///
    /// # Errors
    /// If a column is missing, a cell cannot be read, or a period ends before it begins.
    pub fn read(bytes: Vec<u8>, options: &Options) -> Result<Vec<Self>, Fault> {
        let table = Table::read(bytes, &[Role::From, Role::Until, Role::Kind], options)?;
        let [from, until, kind] = [Role::From, Role::Until, Role::Kind].map(|role| table.needed(role));
        let (from, until, kind) = (from?, until?, kind?);
        let (name, discount) = (table.column(Role::Name)?, table.column(Role::Discount)?);
        let order = options.order.unwrap_or(Order::DayFirst);
        let one = |(line, row): &(u64, Vec<String>)| {
            let (line, filled) = (*line, |at: usize| Some(cell(row, at)).filter(|text| !text.is_empty()));
            let day = |text: &str| {
                dates::day(text, order).ok_or_else(|| PeriodFault::Day { line, text: text.to_owned() })
            };
            let kind = self::kind(cell(row, kind))
                .ok_or_else(|| PeriodFault::Kind { line, text: cell(row, kind).to_owned() })?;
            let (from, until) = (day(cell(row, from))?, filled(until).map(day).transpose()?);
            if until.is_some_and(|until| until < from) {
                return Err(PeriodFault::Backwards { line });
            }
            let discount = discount.and_then(filled).map(|text| share(text, line)).transpose()?;
            let name = name.and_then(filled).map_or_else(|| from.to_string(), str::to_owned);
            Ok(Self { name, from, until, kind, discount })
        };
        let mut all: Vec<Self> =
            table.rows.iter().map(one).collect::<Result<_, PeriodFault>>().map_err(Fault::Periods)?;
        if all.is_empty() {
            return Err(Fault::Periods(PeriodFault::Empty));
        }
        all.sort_by_key(|period| period.from);
        Ok(all)
    }

    /// Whether it runs on one of these days.
    pub fn meets(&self, from: Day, until: Day) -> bool {
        self.from <= until && self.until.is_none_or(|end| end >= from)
    }
}

fn kind(text: &str) -> Option<PeriodKind> {
    const PROMOTIONS: [&str; 6] = ["promotion", "promo", "sale", "акция", "промо", "распродажа"];
    const PROGRAMS: [&str; 6] =
        ["program", "programme", "loyalty program", "loyalty programme", "программа", "программа лояльности"];
    let text = text.to_lowercase();
    let is = |names: &[&str]| names.contains(&text.as_str());
    match (is(&PROMOTIONS), is(&PROGRAMS)) {
        (true, _) => Some(PeriodKind::Promotion),
        (_, true) => Some(PeriodKind::Program),
        _ => None,
    }
}

/// 0.2, 20 % or 20: a share of the price.
fn share(text: &str, line: u64) -> Result<f64, PeriodFault> {
    let plain = text.replace('%', "").replace(',', ".");
    let number = amount(plain.trim(), Decimal::Point);
    let share = number.map(|number| if number > 1.0 || text.contains('%') { number / 100.0 } else { number });
    share
        .filter(|share| (0.0..1.0).contains(share))
        .ok_or_else(|| PeriodFault::Discount { line, text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Period>, Fault> {
        Period::read(text.as_bytes().to_vec(), &Options::default())
    }

    #[test]
    fn promotions_and_programs_are_read_in_two_languages() {
        let found = read(
            "Название;С;По;Вид;Скидка\nЗима;01.12.2023;31.12.2023;Акция;20 %\nКлуб;01.03.2023;;программа;\n",
        );
        let found = found.unwrap();
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        assert_eq!(
            (found[0].name.as_str(), found[0].kind, found[0].until),
            ("Клуб", PeriodKind::Program, None)
        );
        assert_eq!((found[1].from, found[1].discount), (day(2023, 12, 1), Some(0.2)));
        assert!(
            found[0].meets(day(2030, 1, 1), day(2030, 1, 2))
                && !found[1].meets(day(2024, 1, 1), day(2024, 1, 2))
        );
        let english = read("name,from,until,kind\nSpring,2024-03-01,2024-03-14,promotion\n").unwrap();
        assert_eq!((english[0].discount, english[0].until), (None, Some(day(2024, 3, 14))));
    }

    #[test]
    fn what_is_no_period_is_refused_with_its_line() {
        let head = "from,until,kind,discount\n";
        for (row, fault) in [
            ("May,2024-03-14,promotion,", PeriodFault::Day { line: 2, text: "May".into() }),
            ("2024-03-14,2024-03-01,promotion,", PeriodFault::Backwards { line: 2 }),
            ("2024-03-01,2024-03-14,party,", PeriodFault::Kind { line: 2, text: "party".into() }),
            (
                "2024-03-01,2024-03-14,promotion,120 %",
                PeriodFault::Discount { line: 2, text: "120 %".into() },
            ),
        ] {
            assert_eq!(read(&format!("{head}{row}\n")), Err(Fault::Periods(fault)));
        }
        assert_eq!(read(head), Err(Fault::Periods(PeriodFault::Empty)));
        assert!(matches!(
            read("from,until\n2024-03-01,2024-03-02\n"),
            Err(Fault::NoColumn { role: Role::Kind, .. })
        ));
    }
}
