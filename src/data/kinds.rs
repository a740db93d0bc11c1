//! What customers are told apart by: a column of a table of customers or of the log itself.

use super::columns::named;
use super::dates::{self, Order};
use super::fault::Fault;
use super::options::Options;
use super::role::Role;
use super::table::{Table, cell};
use std::collections::HashMap;

/// More values than that are those of receipts or people, not of groups.
const MOST: usize = 10_000;

/// Which kind each customer is of.
#[derive(Debug, Clone, PartialEq)]
pub struct Kinds {
    /// The name of the column.
    pub column: String,
    /// The value of each customer by his name; who has none is not in it.
    pub of: HashMap<Box<str>, Box<str>>,
    /// Customers with more than one value: each is taken for what most of his rows say.
    pub several: u64,
}

impl Kinds {
    /// Of a table with a row for each customer; nothing if it has no such column.
    ///
    /// # Errors
    /// If the table cannot be read, or the column has too many values.
    pub fn of_table(bytes: Vec<u8>, column: &str, options: &Options) -> Result<Option<Self>, Fault> {
        let table = Table::read(bytes, &[Role::Customer], options)?;
        let who = table.needed(Role::Customer)?;
        let Some(at) = named(column, &table.head) else { return Ok(None) };
        let mut counted = Counted::new(&table.head[at]);
        for (_, row) in &table.rows {
            counted.take(cell(row, who), cell(row, at));
        }
        counted.kinds().map(Some)
    }
}

/// Values of a column, counted by customer while a log is read.
#[derive(Debug)]
pub(super) struct Counted {
    column: String,
    values: Vec<Box<str>>,
    places: HashMap<Box<str>, u32>,
    of: HashMap<Box<str>, Vec<(u32, u32)>>,
}

impl Counted {
    pub fn new(column: &str) -> Self {
        let column = column.trim().trim_start_matches('\u{feff}').to_owned();
        Self { column, values: Vec::new(), places: HashMap::new(), of: HashMap::new() }
    }

    /// Counts what a row says of a customer, if it says anything.
    pub fn take(&mut self, customer: &str, value: &str) {
        let value = value.trim();
        if customer.is_empty() || value.is_empty() || self.values.len() > MOST {
            return;
        }
        let place = match self.places.get(value) {
            Some(place) => *place,
            None => {
                let place = self.values.len() as u32;
                self.places.insert(value.into(), place);
                self.values.push(value.into());
                place
            }
        };
        let counts = self.of.entry(customer.into()).or_default();
        match counts.iter_mut().find(|(of, _)| *of == place) {
            Some((_, count)) => *count += 1,
            None => counts.push((place, 1)),
        }
    }

    /// What most rows of each customer say; the first of what equally many say.
    pub fn kinds(self) -> Result<Kinds, Fault> {
        if self.values.len() > MOST {
            return Err(Fault::TooManyKinds { column: self.column, most: MOST });
        }
        let shown = shown(&self.values);
        let mut several = 0;
        let mut of = HashMap::new();
        for (customer, counts) in self.of {
            let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
            several += u64::from(
                counts.iter().any(|(place, _)| shown[*place as usize] != shown[counts[0].0 as usize]),
            );
            if let Some((place, _)) = counts.iter().find(|(_, count)| *count == most) {
                of.insert(customer, shown[*place as usize].clone());
            }
        }
        Ok(Kinds { column: self.column, of, several })
    }
}

/// The values as they are shown: of days, their years.
fn shown(values: &[Box<str>]) -> Vec<Box<str>> {
    // digits alone may be a number of anything
    let is_day = |text: &str| text.len() >= 8 && text.contains(['-', '.', '/']);
    let year = |text: &str| {
        let day = dates::day(text, Order::DayFirst).or_else(|| dates::day(text, Order::MonthFirst));
        day.filter(|_| is_day(text)).map(|day| day.month().year().to_string().into())
    };
    let years: Option<Vec<Box<str>>> = values.iter().map(|text| year(text)).collect();
    years.unwrap_or_else(|| values.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, column: &str) -> Kinds {
        Kinds::of_table(text.as_bytes().to_vec(), column, &Options::default()).unwrap().unwrap()
    }

    #[test]
    fn a_column_is_found_by_name_or_number() {
        let text = "customer;Филиал\nA;Север\nB;Юг\nC;\n";
        for column in ["филиал", "2"] {
            let kinds = of(text, column);
            assert_eq!((&*kinds.of["A"], &*kinds.of["B"], kinds.of.len()), ("Север", "Юг", 2));
            assert_eq!(kinds.column, "Филиал");
        }
        let none = Kinds::of_table(text.as_bytes().to_vec(), "branch", &Options::default());
        assert_eq!(none, Ok(None));
    }

    #[test]
    fn most_rows_of_a_customer_decide_and_days_are_years() {
        let kinds = of("customer,branch\nA,n\nA,s\nA,s\nB,n\nB,s\n", "branch");
        assert_eq!((&*kinds.of["A"], &*kinds.of["B"], kinds.several), ("s", "n", 2));
        let kinds = of("customer,joined\nA,2023-05-01\nB,31.12.2024\n", "joined");
        assert_eq!((&*kinds.of["A"], &*kinds.of["B"]), ("2023", "2024"));
        // numbers of branches are no days of a spreadsheet
        assert_eq!(&*of("customer,branch\nA,45012\n", "branch").of["A"], "45012");
    }
}
