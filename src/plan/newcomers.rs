//! How newcomers stay, where a design says it.

use crate::design::{Design, NumberId, Segment, Truth};

/// What a design says of how newcomers stay.
#[derive(Debug, Clone, PartialEq)]
pub struct Newcomers {
    /// Months after which a share of them is left, and the share.
    pub points: Vec<(usize, f64)>,
    /// Whether the design itself states the shape of the propensity to leave, and how often needs change.
    pub stated: [bool; 2],
}

impl Newcomers {
    /// As `segment` says under `truth`; none if it does not.
    pub(super) fn new(design: &Design, truth: &Truth, segment: &Segment) -> Option<Self> {
        let is_stated = |id: NumberId| design.numbers[id].span.is_some();
        let points: Vec<(usize, f64)> =
            segment.newcomers_retention.iter().map(|(month, id)| (*month, truth[*id])).collect();
        (!points.is_empty())
            .then(|| Self { points, stated: [segment.churn_shape, segment.needs_change].map(is_stated) })
    }
}
