//! What is done when somebody asks for special terms.

use super::numbers::NumberId;

/// How demands for special terms are answered today.
#[derive(Debug, Clone)]
pub struct TermsToday {
    /// Share of the demands that are granted.
    pub granted: NumberId,
    /// Discount that is given, as a share of the list price.
    pub discount: NumberId,
}
