//! Points in a transaction log: who earned, spent and lost how many, and when.

use super::columns::Columns;
use crate::units::Day;

/// Points come in fractions in some exports; rounding leaves less than this.
const ROUNDING: f64 = 0.5;

/// What a row says of points and discounts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moved {
    /// Points earned; below 0 where a refund takes them back.
    pub earned: f64,
    /// Points spent.
    pub spent: f64,
    /// Points expired.
    pub expired: f64,
    /// Discount, as money.
    pub discount: f64,
}

impl Moved {
    /// Whether it says anything of points.
    pub fn is_points(&self) -> bool {
        self.earned != 0.0 || self.spent != 0.0 || self.expired != 0.0
    }
}

/// A row of an account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Movement {
    /// The day.
    pub day: Day,
    /// Line of the file.
    pub line: u64,
    /// What was paid; 0 where nothing was bought.
    pub amount: f64,
    /// What moved.
    pub moved: Moved,
}

/// The account of a customer: what moved, in the order of days. On one day points come in before they go out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Account {
    /// As he is named in the data: never shown.
    pub id: Box<str>,
    /// All rows.
    pub movements: Vec<Movement>,
}

impl Account {
    /// The lowest that the balance comes to, of an account that was opened with nothing, and the line in which it does.
    pub fn lowest(&self) -> (f64, u64) {
        let (mut balance, mut lowest) = (0.0, (0.0, 0));
        for (at, movement) in self.movements.iter().enumerate() {
            let Moved { earned, spent, expired, .. } = movement.moved;
            balance += earned - spent - expired;
            let day_ends = self.movements.get(at + 1).is_none_or(|next| next.day > movement.day);
            if day_ends && balance < lowest.0 - ROUNDING {
                lowest = (balance, movement.line);
            }
        }
        lowest
    }
}

/// The accounts of a log.
#[derive(Debug, Clone, PartialEq)]
pub struct Accounts {
    /// Customers with a row that says something of points or discounts.
    pub all: Vec<Account>,
    /// Which columns there are.
    pub has: Has,
}

/// Which columns there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Has {
    /// Points earned.
    pub earned: bool,
    /// Points spent.
    pub spent: bool,
    /// Points expired.
    pub expired: bool,
    /// Discounts.
    pub discount: bool,
    /// Whether one is written as money can be and a percentage is not: with decimals or a currency.
    pub discount_is_money: bool,
}

impl Has {
    /// What a head has.
    pub fn of(columns: &Columns) -> Self {
        let [earned, spent, expired, discount] = columns.points.map(|at| at.is_some());
        Self { earned, spent, expired, discount, discount_is_money: false }
    }

    /// What either has.
    pub fn or(self, other: Self) -> Self {
        Self {
            earned: self.earned || other.earned,
            spent: self.spent || other.spent,
            expired: self.expired || other.expired,
            discount: self.discount || other.discount,
            discount_is_money: self.discount_is_money || other.discount_is_money,
        }
    }
}
