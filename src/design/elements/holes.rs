//! Holes in the terms of points: what some learn to get for nothing.

use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// A hole in the terms of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hole {
    /// Gift cards earn points, and so do the purchases that they pay for.
    GiftCards,
    /// Points stay when the goods go back.
    Returns,
    /// A person may open several accounts, each with welcome points.
    Accounts,
    /// Employees may use cards of their own on purchases of customers who have none.
    Staff,
    /// Points can be redeemed by whoever knows the account: they are stolen, and given back.
    Balances,
}

impl Hole {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::GiftCards, Self::Returns, Self::Accounts, Self::Staff, Self::Balances];

    /// The key under `[[program.points]]` that opens it.
    pub fn key(self) -> &'static str {
        match self {
            Self::GiftCards => "gift_cards_earn",
            Self::Returns => "returns_keep_points",
            Self::Accounts => "several_accounts",
            Self::Staff => "staff_cards",
            Self::Balances => "open_balances",
        }
    }
}

/// The holes that are open, and who uses them.
#[derive(Debug, Clone)]
pub struct Abuse {
    /// Those that the terms leave open.
    pub holes: Vec<Hole>,
    /// Share of members, or of employees, who use them in the end.
    pub abusers: NumberId,
    /// Share of accounts robbed in a year in the end.
    pub robbed: NumberId,
    /// Months until as many have learned to.
    pub months: NumberId,
}

impl Abuse {
    pub(super) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            holes: Hole::ALL.into_iter().filter(|hole| table.yes(ctx, hole.key())).collect(),
            abusers: table.number(ctx, "abusers"),
            robbed: table.number(ctx, "robbed_per_year"),
            months: table.number(ctx, "abuse_months"),
        }
    }
}
