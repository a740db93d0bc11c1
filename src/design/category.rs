//! The categories of customers.

/// The six categories of customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Advocates.
    Committed,
    /// Quietly content.
    Faithful,
    /// Buy here and there.
    Split,
    /// Want special terms or leave.
    Blackmailer,
    /// Follow the better offer.
    Pragmatist,
    /// Have no choice.
    Hostage,
}

impl Category {
    /// All categories in their fixed order.
    pub const ALL: [Self; 6] =
        [Self::Committed, Self::Faithful, Self::Split, Self::Blackmailer, Self::Pragmatist, Self::Hostage];

    /// The key in a design file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Faithful => "faithful",
            Self::Split => "split",
            Self::Blackmailer => "blackmailer",
            Self::Pragmatist => "pragmatist",
            Self::Hostage => "hostage",
        }
    }
}
