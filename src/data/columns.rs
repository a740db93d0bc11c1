//! Which column holds what, by its name.

use super::fault::Fault;
use super::role::Role;

/// A column that the user has named for a role: by its name, or by its number from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// What it holds.
    pub role: Role,
    /// Name or number.
    pub column: String,
}

/// The places of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// Place of the customer.
    pub customer: usize,
    /// Place of the date.
    pub date: usize,
    /// Where the money is.
    pub money: MoneyColumns,
    /// Place of the currency.
    pub currency: Option<usize>,
    /// Places of points earned, spent and expired, and of discounts.
    pub points: [Option<usize>; 4],
}

/// Where the money is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyColumns {
    /// Nowhere.
    None,
    /// In one column.
    Amount(usize),
    /// Pieces times price.
    Product(usize, usize),
}

impl Columns {
    /// Finds the columns in the head of a table.
    ///
    /// # Errors
    /// If a column that is needed is not there, or several may be meant.
    pub fn find(head: &[String], mapped: &[Mapped]) -> Result<Self, Fault> {
        let place = |role| place(role, head, mapped);
        let needed =
            |role: Role| place(role)?.ok_or_else(|| Fault::NoColumn { role, columns: head.to_vec() });
        let money = match (place(Role::Amount)?, place(Role::Quantity), place(Role::Price)) {
            (Some(amount), _, _) => MoneyColumns::Amount(amount),
            (None, Ok(Some(pieces)), Ok(Some(price))) => MoneyColumns::Product(pieces, price),
            _ => MoneyColumns::None,
        };
        Ok(Self {
            customer: needed(Role::Customer)?,
            date: needed(Role::Date)?,
            money,
            currency: place(Role::Currency)?,
            points: [
                place(Role::PointsEarned)?,
                place(Role::PointsSpent)?,
                place(Role::PointsExpired)?,
                place(Role::Discount)?,
            ],
        })
    }

    /// Whether a row may be the head of a table: customers and dates are named in it.
    pub fn is_head(row: &[String], mapped: &[Mapped]) -> bool {
        let found = |role| !matches!(place(role, row, mapped), Ok(None) | Err(Fault::NoSuchColumn { .. }));
        found(Role::Customer) && found(Role::Date)
    }

    /// Place of the discounts.
    pub fn discount(&self) -> Option<usize> {
        let [.., discount] = self.points;
        discount
    }

    /// The last place that a row must have.
    pub fn last(&self) -> usize {
        let money = match self.money {
            MoneyColumns::None => 0,
            MoneyColumns::Amount(at) => at,
            MoneyColumns::Product(pieces, price) => pieces.max(price),
        };
        self.customer.max(self.date).max(money)
    }
}

/// Where something is, by what the user has said or by its usual names.
pub(super) fn place(role: Role, head: &[String], mapped: &[Mapped]) -> Result<Option<usize>, Fault> {
    if let Some(told) = mapped.iter().find(|mapped| mapped.role == role) {
        let no_such = || Fault::NoSuchColumn { column: told.column.clone(), columns: head.to_vec() };
        return named(&told.column, head).map(Some).ok_or_else(no_such);
    }
    for names in role.names() {
        let named = |at: &usize| names.split(", ").any(|name| name == plain(&head[*at]));
        let here: Vec<usize> = (0..head.len()).filter(named).collect();
        match here[..] {
            [] => {}
            [one] => return Ok(Some(one)),
            _ => {
                return Err(Fault::Ambiguous {
                    role,
                    columns: here.iter().map(|at| head[*at].clone()).collect(),
                });
            }
        }
    }
    Ok(None)
}

/// The place of a column by its name, or by its number from 1.
pub(super) fn named(column: &str, head: &[String]) -> Option<usize> {
    let by_name = head.iter().position(|name| plain(name) == plain(column));
    let by_number =
        column.trim().parse::<usize>().ok().filter(|n| (1..=head.len()).contains(n)).map(|n| n - 1);
    by_name.or(by_number)
}

/// What may follow the name of a column of money.
const CURRENCIES: [&str; 14] =
    ["руб", "рублей", "р", "тенге", "тг", "rub", "rur", "kzt", "eur", "euro", "usd", "dollars", "gbp", "chf"];

/// A name in small letters, with single blanks for whatever divides its words, and without a currency at its end.
fn plain(name: &str) -> String {
    let split = name.trim().trim_start_matches('\u{feff}').to_lowercase().replace('ё', "е");
    let split = split.replace(['$', '€', '£', '₽', '₸'], " ");
    let words = split.split(|c: char| c.is_whitespace() || "_-.,:;()[]/\"".contains(c));
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && words.last().is_some_and(|word| CURRENCIES.contains(word)) {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn columns_are_found_by_name_in_two_languages() {
        let found = Columns::find(&head(&["Customer_ID", "Invoice", "DateTime", "Amount"]), &[]).unwrap();
        assert_eq!((found.customer, found.date, found.money), (0, 2, MoneyColumns::Amount(3)));
        let found = Columns::find(&head(&["\u{feff}Дата чека", "Код клиента", "Сумма, чека"]), &[]).unwrap();
        assert_eq!((found.customer, found.date, found.money), (1, 0, MoneyColumns::Amount(2)));
        let found =
            Columns::find(&head(&["InvoiceDate", "Quantity", "UnitPrice", "CustomerID"]), &[]).unwrap();
        assert_eq!((found.customer, found.date, found.money), (3, 0, MoneyColumns::Product(1, 2)));
    }

    #[test]
    fn a_currency_after_the_name_changes_nothing() {
        for amount in
            ["Сумма, руб.", "Сумма чека (₽)", "Amount (EUR)", "Total, $", "amount_usd", "Sales [GBP]"]
        {
            let found = Columns::find(&head(&["client", "date", amount]), &[]).unwrap();
            assert_eq!(found.money, MoneyColumns::Amount(2), "{amount}");
        }
    }

    #[test]
    fn what_may_be_meant_twice_is_asked_for() {
        let two = head(&["customer", "client", "date", "amount"]);
        assert!(matches!(Columns::find(&two, &[]), Err(Fault::Ambiguous { role: Role::Customer, .. })));
        let told = [Mapped { role: Role::Customer, column: "Client".into() }];
        assert_eq!(Columns::find(&two, &told).unwrap().customer, 1);
        assert!(matches!(
            Columns::find(&head(&["a", "date"]), &[]),
            Err(Fault::NoColumn { role: Role::Customer, .. })
        ));
        let wrong = [Mapped { role: Role::Date, column: "when".into() }];
        assert!(matches!(Columns::find(&head(&["client", "date"]), &wrong), Err(Fault::NoSuchColumn { .. })));
    }
}
