//! Numbers in the reference of the design format and in faults, which are English; [`crate::words`] writes those of results.

/// Between groups of three digits.
const GROUP: char = ',';
/// A true minus sign, as wide as the plus.
const MINUS: char = '\u{2212}';
/// Shown where a number is not defined.
pub const UNDEFINED: &str = "n/a";

/// `value` with exactly `decimals` digits after the point, thousands grouped: `1,234.50`.
pub fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return UNDEFINED.to_owned();
    }
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, rest) = plain.find('.').map_or((plain.as_str(), ""), |dot| plain.split_at(dot));
    let negative = value < 0.0 && plain.bytes().any(|b| matches!(b, b'1'..=b'9'));
    let mut text = String::with_capacity(plain.len() * 2);
    if negative {
        text.push(MINUS);
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(GROUP);
        }
        text.push(digit);
    }
    text + rest
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
}
