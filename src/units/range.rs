//! The range a number may take, said once and printed in every message about it.

use std::fmt;

/// A closed range of allowed values; either end may be infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Smallest value allowed.
    pub min: f64,
    /// Largest value allowed.
    pub max: f64,
}

impl Range {
    /// Whether `value` is finite and inside.
    pub fn contains(self, value: f64) -> bool {
        value.is_finite() && value >= self.min && value <= self.max
    }

    /// The nearest value inside.
    pub fn clamp(self, value: f64) -> f64 {
        value.clamp(self.min, self.max)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min.is_finite(), self.max.is_finite()) {
            (true, true) => write!(f, "{} to {}", as_written(self.min), as_written(self.max)),
            (true, false) => write!(f, "{} or more", as_written(self.min)),
            (false, true) => write!(f, "{} or less", as_written(self.max)),
            (false, false) => f.write_str("any number"),
        }
    }
}

/// A number as one writes it in a design file, long ones grouped: `4_000_000`.
pub fn as_written(value: f64) -> String {
    const LONG: f64 = 1e4;
    const EXACT: f64 = 1e15;
    if value.fract() != 0.0 || value.abs() < LONG || value.abs() > EXACT {
        return value.to_string();
    }
    let digits = format!("{:.0}", value.abs());
    let mut text = if value < 0.0 { "-".to_owned() } else { String::new() };
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_read_like_a_design() {
        assert_eq!(Range { min: 0.001, max: 1.0 }.to_string(), "0.001 to 1");
        assert_eq!(Range { min: -1e6, max: 1e9 }.to_string(), "-1_000_000 to 1_000_000_000");
        assert_eq!(Range { min: 0.0, max: f64::INFINITY }.to_string(), "0 or more");
        assert_eq!(as_written(9999.0), "9999");
    }
}
