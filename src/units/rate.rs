//! Rates and the period they belong to.

/// Monthly retention of a constant hazard with this annual retention: `m = a^(1/12)`.
///
/// 76 % a year is 97.74 % a month, not 98 %.
pub fn monthly_from_annual_retention(annual: f64) -> f64 {
    libm::pow(annual, 1.0 / 12.0)
}

/// What one unit of money a month from now is worth today, at `cost_of_capital` a year.
pub fn monthly_discount_factor(cost_of_capital: f64) -> f64 {
    libm::pow(1.0 + cost_of_capital, -1.0 / 12.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_make_a_year() {
        assert!((monthly_from_annual_retention(0.76).powi(12) - 0.76).abs() < 1e-12);
        assert!((monthly_discount_factor(0.12).powi(12) - 1.0 / 1.12).abs() < 1e-12);
    }
}
