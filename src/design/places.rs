//! Where customers meet the company: branches and touchpoints.

use super::NumberId;

/// The most branches a design may name.
pub const MAX_BRANCHES: usize = 12;

/// A branch, team or region with a level of service of its own.
#[derive(Debug, Clone)]
pub struct Branch {
    /// Its name in tables.
    pub name: String,
    /// Its share of the customers.
    pub share: NumberId,
    /// Share of its contacts handled to standard.
    pub proper_contacts: NumberId,
}

/// A place where customers meet the company and can be asked.
#[derive(Debug, Clone)]
pub struct Touchpoint {
    /// Its name in tables.
    pub name: String,
    /// Share of the customers who meet it.
    pub share: NumberId,
    /// Weight in the combined score.
    pub weight: NumberId,
    /// Net promoter score measured there, −100..100.
    pub nps: Option<NumberId>,
    /// How much customers expect there, 0..1.
    pub expected: NumberId,
    /// How much of it they find there, 0..1.
    pub met: NumberId,
    /// What is demanded of them there, 0..1.
    pub demanded: NumberId,
}
