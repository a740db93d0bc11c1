//! What becomes of what members of a program have when another one takes its place.

use super::numbers::NumberId;

/// The terms of a change from the program that runs already to the one proposed.
#[derive(Debug, Clone)]
pub struct Transition {
    /// Months before the launch in which the change is known.
    pub announced_months: NumberId,
    /// What becomes of points.
    pub points: PointsThen,
    /// New points for each point.
    pub points_rate: NumberId,
    /// First month in which points from before the launch are void.
    pub points_until: usize,
    /// For each tier of the program that runs already, in order, the level that its members get.
    pub tiers_as: Vec<usize>,
    /// Month in which members below their tier are first demoted.
    pub tiers_until: Option<usize>,
    /// Whether members have to join anew.
    pub join_anew: bool,
    /// Share of the willing who are willing to do so.
    pub rejoin_share: NumberId,
    /// Months for which promised discounts are kept.
    pub discounts_kept_months: NumberId,
}

/// What becomes of points at a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointsThen {
    /// They are kept.
    Kept,
    /// They are converted into those of the new program.
    Converted,
    /// They are paid out at cost.
    PaidOut,
    /// They are void from a month on.
    Void,
}

impl PointsThen {
    /// The words of `program.transition.points`.
    pub(super) const WORDS: &[(&str, Self)] = &[
        ("kept", Self::Kept),
        ("converted", Self::Converted),
        ("paid_out", Self::PaidOut),
        ("void", Self::Void),
    ];
}
