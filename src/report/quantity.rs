//! Numbers of a summary in the words of a report.

use crate::summary::{Estimate, Probability, Unit};
use crate::units::format;

/// Shows quantities of one run: knows the currency.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// Currency of the design.
    pub currency: &'a str,
}

impl Show<'_> {
    /// A value in its unit.
    pub fn value(self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Money => format::money(value, self.currency),
            Unit::Share => format::percent(value),
            Unit::NpsPoints => format::fixed(value, 1),
            Unit::Months => format::fixed(value, 0),
            Unit::Customers | Unit::Points | Unit::Count => format::about(value),
            Unit::LogRatio => format::percent(libm::expm1(value)),
        }
    }

    /// The mean with its Monte Carlo error.
    pub fn mean(self, estimate: &Estimate) -> String {
        self.with_error(estimate.unit, estimate.mean, estimate.mc_error)
    }

    /// A figure with its Monte Carlo error.
    pub fn with_error(self, unit: Unit, mean: f64, error: f64) -> String {
        match unit {
            Unit::Money => format::money_with_error(mean, error, self.currency),
            Unit::Share => format::percent_with_error(mean, error),
            Unit::NpsPoints | Unit::Months | Unit::LogRatio => format::with_error(mean, error),
            Unit::Customers | Unit::Points | Unit::Count => format::money_with_error(mean, error, ""),
        }
    }

    /// The same for a change, with its sign; changes of shares are in percentage points.
    pub fn change(self, estimate: &Estimate) -> String {
        let text = match estimate.unit {
            Unit::Share => self.mean(estimate).replace(" %", " points"),
            _ => self.mean(estimate),
        };
        format::signed(text)
    }

    /// Where nine in ten trials lie.
    pub fn interval(self, estimate: &Estimate) -> String {
        self.range(estimate.unit, estimate.p5, estimate.p95)
    }

    /// From one value to another.
    pub fn range(self, unit: Unit, low: f64, high: f64) -> String {
        match unit {
            Unit::Money => format::money_range(low, high, self.currency),
            Unit::Share => format::percent_range(low, high),
            Unit::Customers | Unit::Points | Unit::Count => format::money_range(low, high, ""),
            unit => format!("{} to {}", self.value(unit, low), self.value(unit, high)),
        }
    }
}

/// A probability with its Monte Carlo error, in whole percent: `63 ± 2 %`. Where all trials agree, only what so many of
/// them can tell: `over 99 %` (the end of the 95 % interval).
pub fn chance(probability: &Probability) -> String {
    let percent = |share: f64| format::fixed(share * 100.0, 0);
    match probability.share {
        share if share < 0.005 => format!("under {} %", percent((probability.high + 0.005).max(0.01))),
        share if share > 0.995 => format!("over {} %", percent((probability.low - 0.005).min(0.99))),
        share => format!("{} ± {} %", percent(share), percent(probability.mc_error.max(0.01))),
    }
}

/// What a headline number is called in a sentence.
pub fn name(key: &str) -> &str {
    match key {
        "net_effect" => "net effect",
        "npv" => "present value of the net effect",
        "retention_baseline" => "annual retention without a program",
        "retention_program" => "annual retention with the program",
        "annual_retention" => "annual retention",
        "nps" => "NPS",
        "active_customers" => "active customers",
        "revenue_growth" => "revenue growth against no program",
        "member_share" => "members among active customers",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certainty_is_never_claimed() {
        let chance = |share, mc_error, low, high| chance(&Probability { share, mc_error, low, high });
        assert_eq!(chance(0.634, 0.021, 0.59, 0.68), "63 ± 2 %");
        assert_eq!(chance(0.5, 0.001, 0.49, 0.51), "50 ± 1 %");
        assert_eq!(chance(1.0, 0.0, 0.9924, 1.0), "over 99 %");
        assert_eq!(chance(1.0, 0.0, 0.207, 1.0), "over 20 %");
        assert_eq!(chance(0.0, 0.0, 0.0, 0.0076), "under 1 %");
        assert_eq!(chance(0.0, 0.0, 0.0, 0.0602), "under 7 %");
    }
}
