//! How deep discounts were, month by month, as receipts tell it.
//!
//! Every day of a month counts alike, whatever was sold on it: a sale of a few days draws purchases, and would make the month look deeper than what
//! customers were offered.

use crate::data::{Accounts, Movement};
use crate::units::{Day, YearMonth};
use std::collections::{BTreeMap, BTreeSet};

/// Receipts with a discount below which nothing is said.
const FEW: u64 = 30;
/// Money off has more different values than that; percentages have fewer.
const KINDS: usize = 20;
/// Whole numbers below this may be percentages.
const PERCENT: f64 = 100.0;
/// A discount deeper than this is taken for a slip, and a column in which more than this share of the discounts is so is not what it seems.
const DEEPEST: f64 = 0.95;
const SLIPS: f64 = 0.01;

/// The discount of a month as a share of the price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Depth {
    /// The share, a mean of days.
    pub share: f64,
    /// Its standard error by which receipts happened to fall into the month.
    pub error: f64,
}

/// Why receipts tell no depth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unreadable {
    /// Few receipts have a discount.
    Few {
        /// How many.
        receipts: u64,
    },
    /// Discounts look like percentages without their sign.
    Percentages {
        /// A line with one.
        line: u64,
        /// What stands there.
        value: f64,
    },
    /// Discounts are many times what was paid.
    Above {
        /// A line with one.
        line: u64,
        /// The discount.
        value: f64,
        /// What was paid.
        paid: f64,
    },
}

/// The depth of each of these months, which follow each other; months without a receipt are as the one before. Receipts on which points were spent are left out: these are
/// another reward.
///
/// # Errors
/// If the column of discounts does not tell it.
pub fn depths(accounts: &Accounts, months: &[YearMonth]) -> Result<Vec<Depth>, Unreadable> {
    let paid = |row: &&Movement| row.amount > 0.0 && row.moved.spent == 0.0;
    let rows = || accounts.all.iter().flat_map(|account| &account.movements).filter(paid);
    readable(rows(), accounts.has.discount_is_money)?;
    let mut by_month = BTreeMap::<YearMonth, Sums>::new();
    for row in rows().filter(|row| share(row) <= DEEPEST) {
        by_month.entry(row.day.month()).or_default().add(row);
    }
    let mut before = Depth { share: 0.0, error: 0.0 };
    let of = |month| {
        before = by_month.get(month).map_or(before, Sums::depth);
        before
    };
    Ok(months.iter().map(of).collect())
}

/// What was taken off, as a share of the price.
fn share(row: &Movement) -> f64 {
    row.moved.discount / (row.amount + row.moved.discount)
}

/// Whether the column holds money, unless it is written as such.
fn readable<'r>(rows: impl Iterator<Item = &'r Movement>, written_as_money: bool) -> Result<(), Unreadable> {
    let (mut receipts, mut kinds, mut slips) = (0u64, BTreeSet::new(), 0u64);
    let (mut whole, mut fractions) = (true, true);
    let (mut first, mut slip) = (None, None);
    for row in rows.filter(|row| row.moved.discount > 0.0) {
        let value = row.moved.discount;
        receipts += 1;
        first = first.or(Some(row));
        whole &= value < PERCENT && value.fract() == 0.0;
        fractions &= value < 1.0;
        if kinds.len() <= KINDS {
            kinds.insert(value.to_bits());
        }
        if share(row) > DEEPEST {
            slips += 1;
            slip = slip.or(Some(row));
        }
    }
    let (Some(row), true) = (first, receipts >= FEW) else { return Err(Unreadable::Few { receipts }) };
    if !written_as_money && kinds.len() <= KINDS && (whole || fractions) {
        return Err(Unreadable::Percentages { line: row.line, value: row.moved.discount });
    }
    match slip {
        Some(row) if slips as f64 > SLIPS * receipts as f64 => {
            Err(Unreadable::Above { line: row.line, value: row.moved.discount, paid: row.amount })
        }
        _ => Ok(()),
    }
}

/// Receipts of a month: by day the price before discounts and what was taken off; and the sums of their squares and product.
#[derive(Default)]
struct Sums {
    days: BTreeMap<Day, [f64; 2]>,
    squares: [f64; 3],
}

impl Sums {
    fn add(&mut self, row: &Movement) {
        let (off, price) = (row.moved.discount, row.amount + row.moved.discount);
        let [all, taken] = self.days.entry(row.day).or_default();
        *all += price;
        *taken += off;
        for (sum, more) in self.squares.iter_mut().zip([off * off, off * price, price * price]) {
            *sum += more;
        }
    }

    fn depth(&self) -> Depth {
        let share = self.days.values().map(|[all, off]| off / all).sum::<f64>() / self.days.len() as f64;
        let [all, taken] = self.days.values().fold([0.0; 2], |[a, t], [all, off]| [a + all, t + off]);
        let (ratio, [off, both, price]) = (taken / all, self.squares);
        let scatter = (off - 2.0 * ratio * both + ratio * ratio * price).max(0.0);
        Depth { share, error: libm::sqrt(scatter) / all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Account, Has, Moved};

    fn accounts(rows: &[(i32, f64, f64)]) -> Accounts {
        let movement = |(at, (day, amount, discount)): (usize, &(i32, f64, f64))| Movement {
            day: Day::new(2024, 1, 1).unwrap().plus(*day),
            line: at as u64 + 2,
            amount: *amount,
            moved: Moved { discount: *discount, ..Moved::default() },
        };
        let movements = rows.iter().enumerate().map(movement).collect();
        Accounts { all: vec![Account { id: "a".into(), movements }], has: Has::default() }
    }

    fn months(count: i32) -> Vec<YearMonth> {
        (0..count).map(|at| YearMonth::new(2024, 1).unwrap().plus(at)).collect()
    }

    /// Three days of January with a fifth off, on which three times as much is sold as on the other 28, are 3/31 of it; February has no receipt and is as January.
    #[test]
    fn days_count_alike() {
        let rows: Vec<_> = (0..31)
            .flat_map(|day| if day < 3 { vec![(day, 80.0, 20.5); 12] } else { vec![(day, 100.5, 0.0); 4] })
            .collect();
        let found = depths(&accounts(&rows), &months(2)).unwrap();
        assert!((found[0].share - 3.0 / 31.0 * 20.5 / 100.5).abs() < 1e-12, "{found:?}");
        assert_eq!(found[0], found[1]);
        assert!((0.005..0.02).contains(&found[0].error), "{found:?}");
    }

    /// A receipt paid in part with points is another reward: half of its price off says nothing of discounts.
    #[test]
    fn receipts_with_points_are_left_out() {
        let mut some = accounts(&[vec![(0, 90.0, 10.5); 40], vec![(1, 50.0, 50.5); 40]].concat());
        let share = |some: &Accounts| depths(some, &months(1)).unwrap()[0].share;
        assert!((share(&some) - 0.5 * (10.5 + 50.5) / 100.5).abs() < 1e-12);
        some.all[0].movements[40..].iter_mut().for_each(|row| row.moved.spent = 5.0);
        assert!((share(&some) - 10.5 / 100.5).abs() < 1e-12);
    }

    #[test]
    fn what_may_be_no_money_is_refused() {
        let of = |rows: Vec<(i32, f64, f64)>| depths(&accounts(&rows), &months(1));
        assert_eq!(of(vec![(0, 10.0, 2.5); 29]), Err(Unreadable::Few { receipts: 29 }));
        let percent = |value| Err(Unreadable::Percentages { line: 2, value });
        assert_eq!(of(vec![(0, 37.5, 10.0); 40]), percent(10.0));
        assert_eq!(of(vec![(0, 37.5, 0.1); 40]), percent(0.1));
        let mut coupons = accounts(&[(0, 40.0, 10.0); 40]);
        coupons.has.discount_is_money = true;
        assert_eq!(depths(&coupons, &months(1)).unwrap()[0].share, 0.2);
        // of the price before it was taken off, a discount may be 95 %
        assert!((of(vec![(0, 10.0, 189.5); 40]).unwrap()[0].share - 189.5 / 199.5).abs() < 1e-12);
        assert_eq!(
            of(vec![(0, 10.0, 190.5); 40]),
            Err(Unreadable::Above { line: 2, value: 190.5, paid: 10.0 })
        );
        // one in a hundred may be a slip, and is left out
        let most = |slips: usize| [vec![(0, 90.0, 10.5); 300], vec![(1, 1.0, 99.5); slips]].concat();
        let above = Unreadable::Above { line: 302, value: 99.5, paid: 1.0 };
        assert_eq!(of(most(4)), Err(above));
        assert!((of(most(2)).unwrap()[0].share - 10.5 / 100.5).abs() < 1e-12);
    }
}
