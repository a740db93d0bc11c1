//! Customers who pay by contract.

use super::NumberId;

/// The contracts of a segment: one bill a month from everybody who is there, and a time to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contract {
    /// Months from one renewal to the next.
    pub months: NumberId,
    /// How readily customers leave in a month within the term, against a month without one.
    pub leaves_early: NumberId,
}

/// What a bill a month settles: how often customers buy, and whether they differ in it.
pub(super) const SETTLED: [(&str, f64); 2] = [("purchases_per_year", 12.0), ("purchase_shape", 100.0)];
/// What is about customers who come and go by themselves.
pub(super) const WITHOUT: [&str; 2] = ["rate_staying_correlation", "newcomers_retention"];
