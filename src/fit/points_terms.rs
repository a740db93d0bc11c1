//! The terms of points, as far as receipts tell them: how many are earned for money, what one buys, when they are spent.

use crate::data::{Account, Movement};
use crate::units::Day;

/// Redemptions below which nothing is said of what a point buys or how many are needed.
const FEW: usize = 30;
/// The middle half of what a point buys lies within this share of the median, if there is one value.
const SAME: f64 = 0.2;
/// Holders who keep more than this share of what they spend do not spend all that they have.
const KEPT: f64 = 0.2;
/// A smallest redemption below this share of the usual one is no threshold.
const THRESHOLD: f64 = 0.1;

/// What receipts tell of terms.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Terms {
    /// Points earned for one unit of money that members pay.
    pub per_money: Option<f64>,
    /// What one point buys.
    pub value: Option<f64>,
    /// The fewest points spent at once, where it looks like a threshold.
    pub least: Option<f64>,
    /// Share of the purchases at which enough points were there that spent some.
    pub chance: Option<f64>,
    /// Points spent for one unit of the money paid in the same purchase, where holders keep some: they spend a part of what they have.
    pub part: Option<f64>,
    /// Purchases with points spent.
    pub redemptions: u64,
}

impl Terms {
    /// Of what moved after a day.
    pub fn new<'a>(accounts: &[&'a Account], after: Day) -> Self {
        // what a member bought before he joined earned nothing
        let own = |account: &&'a Account| {
            let joined = account.movements.iter().position(|row| row.moved.is_points());
            account.movements[joined.unwrap_or(0)..].iter()
        };
        let rows =
            || accounts.iter().copied().flat_map(|account| own(&account)).filter(|row| row.day > after);
        let bought = || rows().filter(|row| row.amount > 0.0);
        let paid: f64 = bought().map(|row| row.amount).sum();
        let earned: f64 = bought().map(|row| row.moved.earned).sum();
        let mut spent: Vec<f64> = rows().map(|row| row.moved.spent).filter(|spent| *spent > 0.0).collect();
        spent.sort_by(f64::total_cmp);
        let enough = spent.len() >= FEW;
        let least = (enough && spent[0] >= THRESHOLD * spent[spent.len() / 2]).then(|| spent[0]);
        Self {
            per_money: (paid > 0.0 && earned > 0.0).then(|| earned / paid),
            value: value(rows()),
            least,
            chance: if enough { chance(accounts, after, least.unwrap_or(0.0)) } else { None },
            part: if enough { part(accounts, after) } else { None },
            redemptions: spent.len() as u64,
        }
    }
}

/// What one point buys, where discounts stand beside points spent and come to the same for nearly all.
fn value<'r>(rows: impl Iterator<Item = &'r Movement>) -> Option<f64> {
    let both = rows.filter(|row| row.moved.spent > 0.0 && row.moved.discount > 0.0);
    let mut values: Vec<f64> = both.map(|row| row.moved.discount / row.moved.spent).collect();
    values.sort_by(f64::total_cmp);
    let at = |part: usize| values[(values.len() * part / 4).min(values.len() - 1)];
    (values.len() >= FEW && at(3) - at(1) <= SAME * at(2)).then(|| at(2))
}

/// Points spent over the money paid with them, where much is kept back each time.
fn part(accounts: &[&Account], after: Day) -> Option<f64> {
    let (mut spent, mut kept, mut paid) = (0.0, 0.0, 0.0);
    for account in accounts {
        let mut balance = -account.lowest().0;
        for row in &account.movements {
            balance += row.moved.earned - row.moved.spent - row.moved.expired;
            if row.day > after && row.moved.spent > 0.0 && row.amount > 0.0 {
                spent += row.moved.spent;
                kept += (balance - row.moved.earned).max(0.0);
                paid += row.amount;
            }
        }
    }
    (kept > KEPT * spent).then(|| spent / paid)
}

/// How often those spend points who have enough of them.
fn chance(accounts: &[&Account], after: Day, least: f64) -> Option<f64> {
    let (mut visits, mut redeemed) = (0u64, 0u64);
    for account in accounts {
        let mut balance = -account.lowest().0;
        for row in &account.movements {
            let is_visit = row.day > after && (row.amount > 0.0 || row.moved.spent > 0.0);
            let spends = row.moved.spent > 0.0;
            if is_visit && (spends || balance >= least.max(1e-9)) {
                visits += 1;
                redeemed += u64::from(spends);
            }
            balance += row.moved.earned - row.moved.spent - row.moved.expired;
        }
    }
    (visits > 0).then(|| redeemed as f64 / visits as f64)
}
