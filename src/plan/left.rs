//! How many of today's customers are left after a time, as the design declares it.

use crate::design::{Staying, Truth};

/// The share of today's customers who are left after some months.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Left {
    /// The share.
    pub share: f64,
    /// The months: 12 for an annual retention, 1 for a monthly churn.
    pub months: usize,
}

impl Left {
    /// As `staying` says under `truth`.
    pub(super) fn new(truth: &Truth, staying: Staying) -> Self {
        Self { share: staying.left(truth[staying.number()]), months: staying.months() }
    }

    /// Those gone by then.
    pub fn gone(self) -> f64 {
        1.0 - self.share
    }

    /// The months as a part of the year.
    pub fn years(self) -> f64 {
        self.months as f64 / 12.0
    }

    /// What would be left if the average month were like this one for a year.
    pub fn of_a_year(self) -> f64 {
        if self.months == 12 { self.share } else { libm::pow(self.share, 1.0 / self.years()) }
    }
}
