//! Numbers as text, thousands grouped.

/// A true minus sign, as wide as the plus.
pub const MINUS: char = '\u{2212}';
/// Shown where a number is not defined.
pub const UNDEFINED: &str = "n/a";

/// Nobody reads so many digits, and no more than the first sixteen are right: from here on a power of ten is written.
const LONGEST: f64 = 1e18;

/// What stands between groups of three digits, and before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separators {
    /// Between groups of three digits.
    pub group: char,
    /// Before decimals.
    pub point: char,
}

impl Separators {
    /// As English writes numbers: `1,234.50`.
    pub const ENGLISH: Self = Self { group: ',', point: '.' };

    /// `value` with exactly `decimals` digits after the point, `1.23e45` where it is beyond all measure; `None` where it is not finite.
    pub fn fixed(self, value: f64, decimals: usize) -> Option<String> {
        if !value.is_finite() {
            return None;
        }
        if value.abs() >= LONGEST {
            let sign = if value < 0.0 { String::from(MINUS) } else { String::new() };
            return Some(sign + &format!("{:.2e}", value.abs()).replace('.', &self.point.to_string()));
        }
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let negative = value < 0.0 && plain.bytes().any(|b| matches!(b, b'1'..=b'9'));
        let mut text = String::with_capacity(plain.len() * 2);
        text.extend(negative.then_some(MINUS));
        for (i, digit) in whole.chars().enumerate() {
            text.extend((i > 0 && (whole.len() - i).is_multiple_of(3)).then_some(self.group));
            text.push(digit);
        }
        text.extend((!rest.is_empty()).then_some(self.point));
        Some(text + rest)
    }
}

/// `value` with exactly `decimals` digits after the point, as the reference of the design format and faults write it.
pub fn fixed(value: f64, decimals: usize) -> String {
    Separators::ENGLISH.fixed(value, decimals).unwrap_or_else(|| UNDEFINED.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(fixed(4_000_000.0, 0), "4,000,000");
        assert_eq!(fixed(-999.6, 0), "−1,000");
        assert_eq!(fixed(1234.5, 2), "1,234.50");
        assert_eq!(fixed(-0.001, 2), "0.00");
        assert_eq!(fixed(f64::NAN, 2), "n/a");
    }

    #[test]
    fn what_is_beyond_all_measure_is_a_power_of_ten() {
        assert_eq!(fixed(-999_999_999_999_999_900.0, 0), "−999,999,999,999,999,872");
        assert_eq!([1e18, -1e300].map(|value| fixed(value, 2)), ["1.00e18", "−1.00e300"]);
        assert_eq!(Separators { group: ' ', point: ',' }.fixed(1.26e45, 0).unwrap(), "1,26e45");
    }
}
