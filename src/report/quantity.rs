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
        let (mean, error) = (estimate.mean, estimate.mc_error);
        match estimate.unit {
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
        let (low, high) = (estimate.p5, estimate.p95);
        match estimate.unit {
            Unit::Money => format::money_range(low, high, self.currency),
            Unit::Share => format::percent_range(low, high),
            Unit::Customers | Unit::Points | Unit::Count => format::money_range(low, high, ""),
            unit => format!("{} to {}", self.value(unit, low), self.value(unit, high)),
        }
    }
}

/// A probability with its Monte Carlo error, in whole percent: `63 ± 2 %`.
pub fn chance(probability: &Probability) -> String {
    let plain = format::probability(probability.share);
    let certain = plain.starts_with("under") || plain.starts_with("over");
    match plain.strip_suffix(" %") {
        Some(number) if !certain => {
            let error = (probability.mc_error * 100.0).max(1.0);
            format!("{number} ± {} %", format::fixed(error, 0))
        }
        _ => plain,
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
