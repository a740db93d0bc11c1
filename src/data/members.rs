//! Who is a member of a program: a table of customers with the day of joining, the tier, the balance.

use super::amounts::{Decimal, amount};
use super::answer_fault::AnswerFault;
use super::dates::{self, Order};
use super::fault::Fault;
use super::options::Options;
use super::role::Role;
use super::survey;
use super::table::{Table, cell};
use crate::units::Day;
use std::collections::BTreeMap;

/// What is known of a customer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Member {
    /// Whether he is a member.
    pub is: bool,
    /// Since when.
    pub since: Option<Day>,
    /// His tier.
    pub tier: Option<String>,
    /// His points.
    pub balance: Option<f64>,
}

/// Customers by name.
#[derive(Debug, Clone, PartialEq)]
pub struct Members {
    /// All of them.
    pub all: BTreeMap<Box<str>, Member>,
    /// Whether there is a column of balances.
    pub has_balances: bool,
}

impl Members {
    /// Of the bytes of a file with a row for each customer.
    ///
    /// # Errors
    /// If there is no column of customers, none that tells of membership, a day of joining cannot be read, a balance is no number or below 0, or days or balances may mean two things.
    pub fn read(bytes: Vec<u8>, options: &Options) -> Result<Self, Fault> {
        let table = Table::read(bytes, &[Role::Customer], options)?;
        let who = table.needed(Role::Customer)?;
        let roles = [Role::Since, Role::Member, Role::Tier, Role::Balance];
        let [since, member, tier, balance] = roles.map(|role| table.column(role));
        let [since, member, tier, balance] = [since?, member?, tier?, balance?];
        if [since, member, tier, balance].iter().all(Option::is_none) {
            return Err(Fault::Answers(AnswerFault::NoMembership { columns: table.head.clone() }));
        }
        let column = |at: Option<usize>| {
            let cells = at.map(|at| table.rows.iter().map(move |(_, row)| cell(row, at)));
            cells.into_iter().flatten()
        };
        let order = survey::order(column(since), options)?;
        let decimal = survey::decimal(column(balance), options)?;
        let mut all = BTreeMap::new();
        for (line, row) in table.rows.iter().filter(|(_, row)| !cell(row, who).is_empty()) {
            let filled = |at: Option<usize>| at.map(|at| cell(row, at)).filter(|text| !text.is_empty());
            let points = filled(balance).map(|text| points(text, *line, decimal)).transpose()?;
            let tier = filled(tier).filter(|text| is_yes(text)).map(str::to_owned);
            // without a column that says so, a day of joining makes a member; without that, a tier or points
            let is = match (member, since, tier.as_ref()) {
                (Some(at), ..) => is_yes(cell(row, at)),
                (None, Some(_), _) => filled(since).is_some(),
                (None, None, tier) => tier.is_some() || points.is_some_and(|points| points > 0.0),
            };
            let since = filled(since).map(|text| joined(text, *line, order)).transpose()?;
            all.insert(cell(row, who).into(), Member { is, since, tier, balance: points });
        }
        Ok(Self { all, has_balances: balance.is_some() })
    }
}

fn joined(text: &str, line: u64, order: Order) -> Result<Day, Fault> {
    dates::day(text, order)
        .ok_or_else(|| Fault::Answers(AnswerFault::NoJoining { line, text: text.to_owned() }))
}

fn points(text: &str, line: u64, decimal: Decimal) -> Result<f64, Fault> {
    amount(text, decimal)
        .filter(|points| *points >= 0.0)
        .ok_or_else(|| Fault::Answers(AnswerFault::NoBalance { line, text: text.to_owned() }))
}

fn is_yes(text: &str) -> bool {
    const NO: [&str; 10] = ["", "0", "no", "n", "false", "нет", "н", "-", "none", "ложь"];
    !NO.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Members, Fault> {
        Members::read(text.as_bytes().to_vec(), &Options::default())
    }

    #[test]
    fn who_has_joined_is_a_member() {
        let table = read("Клиент;Участник с;Уровень;Баланс\nA;2023-05-01;Золото;120\nB;;;\n").unwrap();
        let of = |who: &str| table.all[who].clone();
        assert_eq!(
            (of("A").is, of("A").balance, of("A").tier.unwrap()),
            (true, Some(120.0), "Золото".into())
        );
        assert!(!of("B").is && of("A").since == Day::new(2023, 5, 1));
        assert!(!read("customer,member\nA,no\n").unwrap().all["A"].is);
    }

    #[test]
    fn what_tells_of_no_membership_is_refused() {
        assert!(matches!(read("customer,age\nA,3\n"), Err(Fault::Answers(AnswerFault::NoMembership { .. }))));
        let no_day = read("customer,joined\nA,lately\n");
        assert_eq!(no_day, Err(Fault::Answers(AnswerFault::NoJoining { line: 2, text: "lately".into() })));
        let below = read("customer,balance\nA,5\nB,-3\n");
        assert_eq!(below, Err(Fault::Answers(AnswerFault::NoBalance { line: 3, text: "-3".into() })));
    }

    /// What a date or a number means is learned from the whole column, and asked where it does not tell.
    #[test]
    fn days_and_balances_are_read_as_the_column_is_written() {
        let american = read("customer;joined;balance\nA;05/31/2023;1.250,5\nB;03/02/2023;10,25\n").unwrap();
        assert_eq!(american.all["B"].since, Day::new(2023, 3, 2));
        assert_eq!((american.all["A"].balance, american.all["B"].balance), (Some(1250.5), Some(10.25)));
        assert!(matches!(read("customer,joined\nA,03/02/2023\n"), Err(Fault::DateOrder { .. })));
        assert!(matches!(read("customer,balance\nA,\"1,250\"\n"), Err(Fault::Decimal { .. })));
    }
}
