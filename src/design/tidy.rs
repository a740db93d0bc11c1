//! Numbers as people write them, after arithmetic.

/// Without the dust of a multiplication: 6.1, not 6.1000000000000005. Twelve significant digits stay.
pub fn tidy(value: f64) -> f64 {
    const DIGITS: i32 = 12;
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let after = DIGITS - 1 - libm::floor(libm::log10(value.abs())) as i32;
    // Powers of ten are exact up to the 22nd, and so is the nearest number of a quotient of two exact ones.
    let power = libm::pow(10.0, f64::from(after.abs().min(22)));
    if after >= 0 { (value * power).round() / power } else { (value / power).round() * power }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dust_goes_and_digits_stay() {
        assert_eq!([tidy(6.1 * 1.000_000_000_000_000_2), tidy(0.1 * 0.3), tidy(-0.0)], [6.1, 0.03, 0.0]);
        assert_eq!([tidy(123_456.789_012), tidy(1e-9 / 3.0 * 3.0)], [123_456.789_012, 1e-9]);
        assert_eq!(tidy(1e15 * 1.1), 1.1e15);
        assert!(tidy(f64::NAN).is_nan() && tidy(f64::INFINITY).is_infinite());
    }
}
