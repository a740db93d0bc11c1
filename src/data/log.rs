//! Purchases by customer and day.

use super::points::{Account, Accounts, Has, Movement};
use super::purchase::{Customer, Purchase};
use super::refunds;
use crate::units::Day;
use std::collections::HashMap;

/// The purchases of a log, in the order in which customers appear in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Log {
    /// Customers with at least one purchase.
    pub customers: Vec<Customer>,
    /// Whether it has amounts.
    pub has_money: bool,
    /// Refunds of purchases that are not in the log.
    pub unmatched: f64,
    /// Purchases that were refunded as a whole.
    pub undone: u64,
    /// Rows brought together with another of the same customer and day.
    pub together: u64,
    /// Accounts of points and discounts, where it has such columns.
    pub accounts: Option<Accounts>,
}

impl Log {
    /// The first day with a purchase, and the last.
    pub fn span(&self) -> Option<(Day, Day)> {
        let days = |customer: &Customer| {
            let (first, last) = (customer.purchases.first()?, customer.purchases.last()?);
            Some((first.day, last.day))
        };
        let all = self.customers.iter().filter_map(days);
        all.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
    }

    /// All purchases.
    pub fn purchases(&self) -> impl Iterator<Item = &Purchase> {
        self.customers.iter().flat_map(|customer| &customer.purchases)
    }
}

/// A log that is being read.
#[derive(Debug, Default)]
pub(super) struct Entries {
    places: HashMap<Box<str>, usize>,
    customers: Vec<Entry>,
    has_money: bool,
    together: u64,
    has: Has,
}

#[derive(Debug, Default)]
struct Entry {
    movements: Vec<Movement>,
    purchases: Vec<Purchase>,
    refunds: Vec<Purchase>,
    hash: u64,
}

impl Entries {
    /// The place of a customer, for what is booked of him.
    pub fn place(&mut self, customer: &str) -> usize {
        match self.places.get(customer) {
            Some(place) => *place,
            None => {
                self.places.insert(customer.into(), self.customers.len());
                self.customers.push(Entry::default());
                self.customers.len() - 1
            }
        }
    }

    /// Whether the row of this hash equals the customer's row before.
    pub fn repeats(&mut self, place: usize, hash: u64) -> bool {
        std::mem::replace(&mut self.customers[place].hash, hash) == hash
    }

    pub fn purchase(&mut self, place: usize, day: Day, amount: Option<f64>) {
        self.has_money |= amount.is_some();
        let (amount, purchases) = (amount.unwrap_or(0.0), &mut self.customers[place].purchases);
        match purchases.last_mut() {
            Some(last) if last.day == day => {
                last.amount += amount;
                self.together += 1;
            }
            _ => purchases.push(Purchase { day, amount }),
        }
    }

    /// What a row says of points and discounts, in a table with such columns.
    pub fn moved(&mut self, place: usize, movement: Movement, has: Has) {
        self.has = self.has.or(has);
        self.customers[place].movements.push(movement);
    }

    pub fn refund(&mut self, place: usize, day: Day, amount: f64) {
        self.has_money = true;
        self.customers[place].refunds.push(Purchase { day, amount });
    }

    /// Puts days in order, brings together what was bought on one day, takes refunds off.
    pub fn settle(self) -> Log {
        let mut ids: Vec<(Box<str>, usize)> = self.places.into_iter().collect();
        ids.sort_unstable_by_key(|(_, place)| *place);
        let mut log = Log {
            customers: Vec::new(),
            has_money: self.has_money,
            unmatched: 0.0,
            undone: 0,
            together: self.together,
            accounts: None,
        };
        let mut accounts = Accounts { all: Vec::new(), has: self.has };
        for ((id, _), mut entry) in ids.into_iter().zip(self.customers) {
            if !entry.movements.is_empty() {
                entry.movements.sort_by_key(|movement| movement.day);
                accounts
                    .all
                    .push(Account { id: id.clone(), movements: std::mem::take(&mut entry.movements) });
            }
            entry.purchases.sort_by_key(|purchase| purchase.day);
            let before = entry.purchases.len();
            entry.purchases.dedup_by(|next, kept| {
                let same = next.day == kept.day;
                kept.amount += if same { next.amount } else { 0.0 };
                same
            });
            log.together += (before - entry.purchases.len()) as u64;
            let taken = refunds::take_off(&mut entry.purchases, &mut entry.refunds);
            log.unmatched += taken.unmatched;
            log.undone += taken.undone;
            if !entry.purchases.is_empty() {
                entry.purchases.shrink_to_fit();
                log.customers.push(Customer { id, purchases: entry.purchases });
            }
        }
        log.accounts = (!accounts.all.is_empty()).then_some(accounts);
        log
    }
}
