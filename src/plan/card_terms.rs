//! Terms of gift cards in a month.

/// Terms of the gift cards sold in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardTerms {
    /// Share of the cards not forgotten that is used in a month.
    pub used: f64,
    /// Share that is never used.
    pub forgotten: f64,
    /// Months after which a card lapses; 0 means never.
    pub expiry_months: usize,
    /// Share of the sum used that its holders would have spent here anyway.
    pub displaced: f64,
    /// What holders add out of their own pocket, as a share of the sum used.
    pub overspend: f64,
    /// New customers per unit of money used.
    pub friends: f64,
    /// Interest a month on money received and not yet used.
    pub interest: f64,
}

impl CardTerms {
    /// No cards.
    pub const NONE: Self = Self {
        used: 0.0,
        forgotten: 0.0,
        expiry_months: 0,
        displaced: 0.0,
        overspend: 0.0,
        friends: 0.0,
        interest: 0.0,
    };
}
