//! How much a design may hold.

/// Bytes of text: a design is a page or two, a megabyte is something else.
pub const TEXT: usize = 1_000_000;
/// Kinds of customers.
pub const SEGMENTS: usize = 12;
/// Touchpoints.
pub const TOUCHPOINTS: usize = 12;
/// Rivals.
pub const RIVALS: usize = 12;
/// Elements of one kind.
pub const ELEMENTS: usize = 12;
/// Steps of a ladder of discounts or bonuses.
pub const LADDER_STEPS: usize = 6;
/// Tiers above the entry level.
pub const TIERS: usize = 8;
/// Goals.
pub const GOALS: usize = 24;
/// Correlations between numbers.
pub const CORRELATIONS: usize = 100;
/// Entries read of a table of shares; more than any such table may have.
pub const SHARES: usize = 40;
/// Entries read of a list of names or months.
pub const ITEMS: usize = 100;
/// Levers of an optimisation.
pub const LEVERS: usize = 12;
/// Studies.
pub const STUDIES: usize = 24;
/// Constraints of an optimisation.
pub const CONSTRAINTS: usize = 12;
