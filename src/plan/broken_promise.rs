//! What customers hold against a company that takes what it has promised.

/// What losing points costs in affective loyalty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BrokenPromise {
    /// Of those who feel the loss in full and think of points.
    pub anger: f32,
    /// What a point was worth, over the share of spend from which on a discount is noticed: whoever holds points of that share of a usual month's
    /// spend feels it in full, who holds less in proportion.
    pub per_point: f32,
}

impl BrokenPromise {
    /// Nothing is lost.
    pub const NONE: Self = Self { anger: 0.0, per_point: 0.0 };

    /// Points of this worth each are lost, where a discount is noticed from this share of spend on.
    pub fn of(anger: f32, worth: f32, noticeable: f32) -> Self {
        Self { anger, per_point: worth / noticeable.max(1e-6) }
    }
}
