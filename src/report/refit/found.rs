//! What a refit has found.

use crate::design::{Design, Refitted};
use crate::fit::promise::{Promise, Seen};
use crate::fit::scored::Scored;
use crate::fit::voice::{Given, Since};
use crate::report::calibration::Calibration;
use crate::units::Day;

/// All that has been found.
pub struct Refit<'a> {
    /// The design, as its file is called.
    pub design: String,
    /// The new fit.
    pub calibration: &'a Calibration<'a>,
    /// What was forecast.
    pub promise: &'a Promise,
    /// How forecasts came out, the latest one last; at least one.
    pub scored: &'a [Scored],
    /// Surveys and reasons for leaving, with what has become of their files.
    pub given: &'a [(Given, Since)],
    /// The design before.
    pub before: &'a Design,
    /// The design with new numbers.
    pub refitted: &'a Refitted,
}

impl Refit<'_> {
    /// The last day of the log on which the forecast rested.
    pub(super) fn fitted(&self) -> Day {
        self.promise.fitted_until
    }

    /// What the log holds now of the time that was fitted.
    pub(super) fn now(&self) -> Seen {
        Seen::of(self.calibration.log, self.fitted())
    }
}
