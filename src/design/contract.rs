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
