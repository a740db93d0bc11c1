//! How customers under contract leave, as a design plays it.

use super::cohort::{Kind, left};

/// What a design takes for α and β.
const LARGEST: [f64; 2] = [20.0, 10_000.0];
const SMALLEST: f64 = 0.05;
/// What it takes for hazards that run with tenure.
const RUNS: [f64; 2] = [0.2, 4.0];

/// Leaving as a design plays it: propensities of months.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Played {
    /// α, β, and the third one of the kind as odds: that needs change in a month, or of a month within a term.
    pub parameters: [f64; 3],
    /// Their standard errors.
    pub errors: [f64; 3],
    /// Correlation of α and β.
    pub correlation: f64,
    /// Correlations of the third one with α and with β, in logarithms.
    pub with_third: [f64; 2],
    /// How customers leave.
    pub kind: Kind,
    /// How far the shares of newcomers left are at most off because a design does not take the likeliest α and β.
    pub off: f64,
}

impl Played {
    /// Within what a design takes. Very large α and β stand for customers who are all alike, and are told by their ratio; of an α that is certain
    /// β has only the error that is left.
    pub(super) fn within_limits(self, months: usize) -> Self {
        let [alpha, beta, third] = self.parameters;
        let scale = (LARGEST[0] / alpha).min(LARGEST[1] / beta).min(1.0);
        let third =
            if self.kind == Kind::BetaDiscreteWeibull { third.clamp(RUNS[0], RUNS[1]) } else { third };
        let parameters = [(alpha * scale).max(SMALLEST), (beta * scale).max(SMALLEST), third];
        let apart = libm::sqrt((1.0 - self.correlation * self.correlation).max(0.0));
        let errors = match scale < 1.0 {
            true => [0.0, self.errors[1] / beta * parameters[1] * apart, self.errors[2]],
            false => self.errors,
        };
        let within = Self { parameters, errors, ..self };
        let off =
            self.left(months).into_iter().zip(within.left(months)).map(|(one, other)| (one - other).abs());
        Self { off: off.fold(0.0, f64::max), ..within }
    }

    /// Shares of newcomers left at the start and after each of so many months.
    pub fn left(&self, months: usize) -> Vec<f64> {
        left(self.kind, self.parameters, 1.0, months)
    }

    /// How hazards run with tenure, with its standard error; none where they do not.
    pub fn runs(&self) -> Option<(f64, f64)> {
        (self.kind == Kind::BetaDiscreteWeibull).then_some((self.parameters[2], self.errors[2]))
    }

    /// Share of customers whose needs change in a year.
    pub fn change(&self) -> f64 {
        match self.kind {
            Kind::ChangingNeeds => 1.0 - libm::pow(1.0 + self.parameters[2], -12.0),
            _ => 0.0,
        }
    }

    /// Its standard error.
    pub fn change_error(&self) -> f64 {
        match self.kind {
            Kind::ChangingNeeds => 12.0 * libm::pow(1.0 + self.parameters[2], -13.0) * self.errors[2],
            _ => 0.0,
        }
    }
    /// How readily customers leave within a term, relative to a month without one, with its standard error; none where there are no terms.
    pub fn early(&self) -> Option<(f64, f64)> {
        let more = 1.0 + self.parameters[2];
        matches!(self.kind, Kind::Terms(_))
            .then_some((self.parameters[2] / more, self.errors[2] / (more * more)))
    }
}
