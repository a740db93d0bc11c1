//! Who is entitled to an element.

use super::numbers::NumberId;

/// Who is entitled to an element; all conditions must hold. Kinds that reach everybody alike have no numbers to set.
#[derive(Debug, Clone)]
pub struct Entitlement {
    /// Everybody or members.
    pub open_to: OpenTo,
    /// Least tier: 0 for none, 1 for the first above plain membership.
    pub tier: usize,
    /// Its name; empty for none.
    pub tier_name: String,
    /// Months since becoming a customer.
    pub tenure_months: Option<NumberId>,
    /// Purchases since joining.
    pub entry_purchases: Option<NumberId>,
    /// Money spent since joining.
    pub entry_spend: Option<NumberId>,
    /// Lasting share of those customers who are entitled.
    pub entitled_share: Option<NumberId>,
}

/// Who may use an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenTo {
    /// Every customer.
    Everyone,
    /// Members of the program.
    Members,
}

impl OpenTo {
    /// The words of `open_to`.
    pub(super) const WORDS: &[(&str, Self)] = &[("everyone", Self::Everyone), ("members", Self::Members)];
}
