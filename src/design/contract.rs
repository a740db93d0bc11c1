//! Customers who pay by contract.

use super::NumberId;

/// The contracts of a segment: one bill a month from everybody who is there, and a time to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contract {
    /// Months from one renewal to the next.
    pub months: NumberId,
    /// How readily customers leave in a month within the term, against a month without one.
    pub leaves_early: NumberId,
    /// How customers move between plans with different bills.
    pub plans: Plans,
}

/// Plans that customers move between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plans {
    /// Moves to the next plan up in a year, per customer who stays for it.
    pub upgrades: NumberId,
    /// Moves to the next plan down in a year, per customer who stays for it.
    pub downgrades: NumberId,
    /// By how much a plan's bill is above that of the plan below it, as a share of the lower one.
    pub step: NumberId,
    /// When they may move.
    pub change: WhenToMove,
}

/// When customers may move to another plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenToMove {
    /// Up in any month, down when the term ends.
    UpgradesAnyMonth,
    /// Up and down when the term ends.
    AtRenewal,
    /// Up and down in any month.
    AnyMonth,
}

impl WhenToMove {
    /// Whether moves up, and moves down, wait for the end of the term.
    pub fn wait(self) -> [bool; 2] {
        match self {
            Self::UpgradesAnyMonth => [false, true],
            Self::AtRenewal => [true; 2],
            Self::AnyMonth => [false; 2],
        }
    }

    /// For how many months' moves, up and down, the last month of a term of so many months stands.
    pub fn months_at_end(self, term: f64) -> [f64; 2] {
        self.wait().map(|waits| if waits { term } else { 1.0 })
    }
}

/// What a bill a month settles: how often customers buy, and whether they differ in it.
pub(super) const SETTLED: [(&str, f64); 2] = [("purchases_per_year", 12.0), ("purchase_shape", 100.0)];
/// What is about customers who come and go by themselves.
pub(super) const WITHOUT: [&str; 2] = ["rate_staying_correlation", "newcomers_retention"];
