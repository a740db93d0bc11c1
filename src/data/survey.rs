//! A look at the beginning of a table: what divides its columns, where its head is, how dates and amounts are written.

use super::amounts::{self, Decimal, DecimalEvidence};
use super::columns::{Columns, MoneyColumns, named};
use super::dates::{Order, OrderEvidence};
use super::fault::Fault;
use super::options::Options;

/// Rows among which the head is sought; titles may stand above it.
pub(super) const TITLES: usize = 25;
/// Rows that tell what divides columns.
const SAMPLE: usize = 200;
/// What may divide columns.
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How a table is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// What divides columns.
    pub delimiter: u8,
    /// Rows above the head.
    pub titles: usize,
    /// Names of the columns.
    pub head: Vec<String>,
    /// Which column holds what.
    pub columns: Columns,
    /// By which column customers are told apart.
    pub apart: Option<usize>,
    /// Which number of a date is the day.
    pub order: Order,
    /// What stands before decimals.
    pub decimal: Decimal,
}

impl Survey {
    /// Looks at the beginning of a text, which may end within a row.
    ///
    /// # Errors
    /// If there is no table with customers and dates, or its dates or amounts may mean two things.
    pub fn of_text(begin: &str, whole: bool, options: &Options) -> Result<Self, Fault> {
        let delimiter = delimiter(begin, options);
        let mut rows: Vec<Vec<String>> = rows(begin, delimiter).collect();
        if !whole {
            rows.pop();
        }
        Self::of_rows(&rows, delimiter, options)
    }

    /// What the columns of customer, date and money are called.
    pub fn names(&self) -> [String; 3] {
        let head = |at: usize| self.head.get(at).cloned().unwrap_or_default();
        let named = [head(self.columns.customer), head(self.columns.date), self.money_column()];
        named.map(|name| name.trim().to_owned())
    }

    /// What the column of the money is called, or the columns; empty where there is none.
    pub fn money_column(&self) -> String {
        let name = |at: usize| self.head.get(at).map(|name| name.trim().to_owned()).unwrap_or_default();
        match self.columns.money {
            MoneyColumns::None => String::new(),
            MoneyColumns::Amount(at) => name(at),
            MoneyColumns::Product(pieces, price) => format!("{} × {}", name(pieces), name(price)),
        }
    }

    /// Looks at the first rows of a table.
    ///
    /// # Errors
    /// As for [`Self::of_text`].
    pub fn of_rows(rows: &[Vec<String>], delimiter: u8, options: &Options) -> Result<Self, Fault> {
        let titled = rows.iter().take(TITLES);
        let titles = titled.clone().position(|row| Columns::is_head(row, &options.mapped));
        // without a head that is understood, the widest of the first rows is shown as what there is
        let widest = || {
            (0..rows.len().min(TITLES))
                .rev()
                .max_by_key(|at| rows[*at].iter().filter(|c| !c.trim().is_empty()).count())
        };
        let titles = titles.or_else(widest).ok_or(Fault::NoTable)?;
        let head = rows[titles].clone();
        let columns = Columns::find(&head, &options.mapped)?;
        let below = &rows[titles + 1..];
        let cells = |at: usize| below.iter().filter_map(move |row| row.get(at)).map(|cell| cell.trim());
        let order = order(cells(columns.date), options)?;
        let decimal = match columns.money {
            MoneyColumns::None => Decimal::Point,
            MoneyColumns::Amount(at) => decimal(cells(at), options)?,
            MoneyColumns::Product(pieces, price) => decimal(cells(pieces).chain(cells(price)), options)?,
        };
        let apart = options.apart.as_ref().and_then(|column| named(column, &head));
        Ok(Self { delimiter, titles, head, columns, apart, order, decimal })
    }
}

/// The rows of a text; those that cannot be divided are left out.
pub(super) fn rows(text: &str, delimiter: u8) -> impl Iterator<Item = Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter);
    let records = reader.from_reader(text.as_bytes()).into_records();
    records.filter_map(Result::ok).map(|record| record.iter().map(str::to_owned).collect())
}

/// What divides the rows into equally many columns, and into as many as possible; a head that is understood decides at once.
fn delimiter(text: &str, options: &Options) -> u8 {
    let score = |delimiter: u8| {
        let widths: Vec<usize> = rows(text, delimiter).take(SAMPLE).map(|row| row.len()).collect();
        let understood =
            rows(text, delimiter).take(TITLES).any(|row| Columns::is_head(&row, &options.mapped));
        let usual = |width: usize| widths.iter().filter(|w| **w == width).count();
        let width = widths.iter().copied().max_by_key(|width| usual(*width)).unwrap_or(0);
        let even = if width > 1 { usual(width) * 100 / widths.len().max(1) } else { 0 };
        (understood, even, width)
    };
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

/// Which number of these dates is the day.
pub(super) fn order<'c>(
    cells: impl Iterator<Item = &'c str> + Clone,
    options: &Options,
) -> Result<Order, Fault> {
    if let Some(order) = options.order {
        return Ok(order);
    }
    let mut seen = OrderEvidence::default();
    cells.clone().for_each(|cell| seen.see(cell));
    match seen {
        OrderEvidence { day_first: 1.., month_first: 1.., .. } => Err(Fault::DateOrders),
        OrderEvidence { month_first: 1.., .. } => Ok(Order::MonthFirst),
        OrderEvidence { day_first: 0, either: 1.., .. } => {
            let unsure = |cell: &&str| {
                let mut one = OrderEvidence::default();
                one.see(cell);
                one.either > 0
            };
            Err(Fault::DateOrder { example: cells.clone().find(unsure).unwrap_or("").to_owned() })
        }
        _ => Ok(Order::DayFirst),
    }
}

/// What stands before the decimals of these amounts.
pub(super) fn decimal<'c>(
    cells: impl Iterator<Item = &'c str> + Clone,
    options: &Options,
) -> Result<Decimal, Fault> {
    let mut currencies: Vec<&str> = Vec::new();
    for currency in cells.clone().filter_map(amounts::currency) {
        if !currencies.contains(&currency) {
            currencies.push(currency);
        }
    }
    if currencies.len() > 1 {
        return Err(Fault::Currencies { seen: currencies.into_iter().take(5).map(str::to_owned).collect() });
    }
    if let Some(decimal) = options.decimal {
        return Ok(decimal);
    }
    let mut seen = DecimalEvidence::default();
    cells.clone().for_each(|cell| seen.see(cell));
    let DecimalEvidence { point, comma, either } = seen;
    if point.min(comma) as f64 > options.tolerated * (point + comma) as f64 {
        return Err(Fault::Decimals);
    }
    match point.cmp(&comma) {
        std::cmp::Ordering::Less => Ok(Decimal::Comma),
        std::cmp::Ordering::Equal if either > 0 => {
            let unsure = |cell: &&str| {
                let mut one = DecimalEvidence::default();
                one.see(cell);
                one.either > 0
            };
            Err(Fault::Decimal { example: cells.clone().find(unsure).unwrap_or("").to_owned() })
        }
        _ => Ok(Decimal::Point),
    }
}
