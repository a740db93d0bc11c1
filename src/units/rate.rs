//! Rates and the period they belong to.

use super::Months;
use serde::Serialize;

/// A share by the year: of those who leave in it, of interest on an amount. 0.12 is 12 % a year.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct AnnualRate(f64);

/// A share by the month.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct MonthlyRate(f64);

/// Share of those there at its beginning who are still there after a year.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct AnnualRetention(f64);

impl AnnualRate {
    /// The rate, where 0.12 is 12 % a year.
    pub const fn new(value: f64) -> Self {
        Self(value)
    }

    /// The bare number.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The monthly rate at which as many have left after a year: 1 − (1 − a)^(1/12). 24 % a year is 2.26 % a month, not 2 %.
    pub fn monthly(self) -> MonthlyRate {
        MonthlyRate(1.0 - libm::pow(1.0 - self.0, 1.0 / 12.0))
    }

    /// What one unit of money is worth today that comes so much later, where this is the cost of capital.
    pub fn discount_factor(self, later: Months) -> f64 {
        libm::pow(1.0 + self.0, -later.get() / 12.0)
    }
}

impl MonthlyRate {
    /// The rate, where 0.02 is 2 % a month.
    pub const fn new(value: f64) -> Self {
        Self(value)
    }

    /// The bare number.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The share that has left after a year of such months: 1 − (1 − m)¹².
    pub fn annual(self) -> AnnualRate {
        AnnualRate(1.0 - libm::pow(1.0 - self.0, 12.0))
    }
}

impl AnnualRetention {
    /// The share who stay, where 0.8 is 80 %.
    pub const fn new(value: f64) -> Self {
        Self(value)
    }

    /// The bare number.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The constant hazard of leaving, per month, that leaves so many: −ln(a)/12. At no retention it is that of one in a million.
    pub fn monthly_hazard(self) -> f64 {
        -libm::log(self.0.clamp(1e-6, 1.0)) / 12.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_make_a_year() {
        let leaving = AnnualRate::new(0.24).monthly();
        assert!((leaving.get() - 0.022_61).abs() < 1e-5);
        assert!((leaving.annual().get() - 0.24).abs() < 1e-12);
        let month = AnnualRate::new(0.12).discount_factor(Months::new(1.0));
        assert!((month.powi(12) - 1.0 / 1.12).abs() < 1e-12);
        let hazard = AnnualRetention::new(0.76).monthly_hazard();
        assert!((libm::exp(-12.0 * hazard) - 0.76).abs() < 1e-12);
    }
}
