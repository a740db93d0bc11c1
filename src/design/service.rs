//! What customers meet in service today.

use super::numbers::NumberId;

/// What customers meet in service today.
#[derive(Debug, Clone)]
pub struct Service {
    /// Share of contacts handled to standard.
    pub proper_contacts: NumberId,
    /// Chance of a product or delivery failure per purchase.
    pub failures_per_purchase: NumberId,
    /// Chance of a small delight per purchase.
    pub delights_per_purchase: NumberId,
    /// Share of failures that are complained about and recovered fast.
    pub recovered_fast: NumberId,
    /// Share of failures that are complained about and recovered slowly.
    pub recovered_slowly: NumberId,
    /// Share of failures about which customers complain, recovered or not.
    pub complaints: NumberId,
    /// What a failure costs the customer: 0 a trifle, 1 a minor loss, 2 a major one.
    pub failure_severity: NumberId,
    /// Money spent on recovering one failure.
    pub cost_per_recovery: NumberId,
    /// How much treatment differs from contact to contact, 0..1.
    pub unevenness: NumberId,
}
