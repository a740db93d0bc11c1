//! What a shop looks at first, and what is promised of it.

use serde::{Deserialize, Serialize};

/// A number of a month that is promised and held against what happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Headline {
    /// Purchases of those who were customers when it was promised.
    Purchases,
    /// How many of them bought.
    Buyers,
    /// What they spent.
    Spend,
    /// What they spent on one purchase.
    Receipt,
    /// Customers who made a first purchase.
    Newcomers,
}

impl Headline {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Purchases, Self::Buyers, Self::Spend, Self::Receipt, Self::Newcomers];

    /// Whether it is an amount of money.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Spend | Self::Receipt)
    }
}
