//! What customers bought, and when.

use crate::units::Day;

/// What a customer bought on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Purchase {
    /// The day.
    pub day: Day,
    /// For how much, refunds taken off; 0 where the log has no amounts.
    pub amount: f64,
}

/// A customer with his purchases in the order of their days, one a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Customer {
    /// As he is named in the data: never shown unless asked for.
    pub id: Box<str>,
    /// His purchases; at least one.
    pub purchases: Vec<Purchase>,
}

impl Customer {
    /// Purchases after the day `from`, up to the end of `until`.
    pub fn purchases_between(&self, from: Day, until: Day) -> &[Purchase] {
        let upto = |day: Day| self.purchases.partition_point(|purchase| purchase.day <= day);
        &self.purchases[upto(from).min(upto(until))..upto(until)]
    }
}
