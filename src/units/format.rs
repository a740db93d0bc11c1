//! Numbers for readers: rounded, grouped, with their unit. Machines read the unrounded ones in the files.

/// Between groups of three digits.
const GROUP: char = ',';
/// A true minus sign, as wide as the plus.
const MINUS: char = '\u{2212}';
/// Shown where a number is not defined, such as a price per saved customer when nobody was saved.
pub const UNDEFINED: &str = "n/a";

/// What is smaller than this is the dust of floating-point sums.
const NOTHING: f64 = 1e-9;

/// A power of thousand in which a column, an axis or a sentence states its numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// What values are divided by.
    pub divisor: f64,
    /// The word after the number: empty, `m` (million), `bn` (thousand million) or `tn` (million million).
    pub word: &'static str,
}

impl Scale {
    /// Plain units.
    pub const ONE: Self = Self { divisor: 1.0, word: "" };

    /// The scale that suits numbers up to `largest` in size; below a million, plain units.
    pub fn of(largest: f64) -> Self {
        match largest.abs() {
            x if !x.is_finite() || x < 999_500.0 => Self::ONE,
            x if x < 999_500_000.0 => Self { divisor: 1e6, word: "m" },
            x if x < 999_500_000_000.0 => Self { divisor: 1e9, word: "bn" },
            _ => Self { divisor: 1e12, word: "tn" },
        }
    }

    /// The unit as written after a number: `bn RUB`, `RUB`, `m`, or nothing.
    pub fn unit(self, unit: &str) -> String {
        [self.word, unit].iter().filter(|w| !w.is_empty()).copied().collect::<Vec<_>>().join(" ")
    }
}

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

/// The same with a plus before what is above zero.
pub fn signed_fixed(value: f64, decimals: usize) -> String {
    signed(fixed(value, decimals))
}

/// `value` rounded to `digits` significant digits, thousands grouped: `12,300`, `0.0457`.
pub fn significant(value: f64, digits: usize) -> String {
    if !value.is_finite() || value.abs() < NOTHING {
        return fixed(value, 0);
    }
    let after = decimals_for(value, digits);
    let step = libm::pow(10.0, f64::from(after));
    fixed((value * step).round() / step, after.max(0) as usize)
}

/// A whole number with at most `digits` significant digits: `128 510` to three of them is `129,000`, `12.3` is `12`.
pub fn rounded(value: f64, digits: usize) -> String {
    if value.abs() < libm::pow(10.0, digits as f64 - 1.0) {
        fixed(value, 0)
    } else {
        significant(value, digits)
    }
}

/// A whole number of things, grouped: `4,000,000`.
pub fn count(value: f64) -> String {
    fixed(value, 0)
}

/// A number of customers or points that is an estimate: three significant digits, in words from a million on.
pub fn about(value: f64) -> String {
    if Scale::of(value) == Scale::ONE { rounded(value, 3) } else { scaled(value, "") }
}

/// Money to three significant digits: `1.24 bn RUB`, `735 RUB`.
pub fn money(value: f64, currency: &str) -> String {
    scaled(value, currency)
}

/// Money with its sign, for differences: `+1.24 bn RUB`.
pub fn signed_money(value: f64, currency: &str) -> String {
    signed(scaled(value, currency))
}

/// Two amounts in one unit: `−120 to 340 m RUB`.
pub fn money_range(low: f64, high: f64, currency: &str) -> String {
    let scale = Scale::of(low.abs().max(high.abs()));
    let largest = low.abs().max(high.abs()) / scale.divisor;
    let show = |v: f64| rounded_like(v / scale.divisor, largest, 3);
    with_unit(format!("{} to {}", show(low), show(high)), &scale.unit(currency))
}

/// Money and its Monte Carlo error in one unit: `1.24 ± 0.03 bn RUB`.
pub fn money_with_error(value: f64, error: f64, currency: &str) -> String {
    let scale = Scale::of(value.abs().max(error.abs()));
    let shown = with_error(value / scale.divisor, error / scale.divisor);
    with_unit(shown, &scale.unit(currency))
}

/// A number and its Monte Carlo error, both to the error's first digit: `76.4 ± 0.3`.
pub fn with_error(value: f64, error: f64) -> String {
    if !value.is_finite() {
        return UNDEFINED.to_owned();
    }
    if !error.is_finite() || error <= 0.0 {
        return significant(value, 3);
    }
    format!("{} ± {}", rounded_like(value, error, 1), rounded_like(error, error, 1))
}

/// Two values with as many digits as their distance has meaning, two: `−0.11 to −0.08`.
pub fn range(low: f64, high: f64) -> String {
    let width = high - low;
    format!("{} to {}", rounded_like(low, width, 2), rounded_like(high, width, 2))
}

/// A share as a percentage with one decimal: `76.4 %`.
pub fn percent(share: f64) -> String {
    with_unit(fixed(share * 100.0, 1), if share.is_finite() { "%" } else { "" })
}

/// A share and its Monte Carlo error: `76.4 ± 0.1 %`.
pub fn percent_with_error(share: f64, error: f64) -> String {
    with_unit(with_error(share * 100.0, error * 100.0), if share.is_finite() { "%" } else { "" })
}

/// Two shares: `70.2 to 79.8 %`.
pub fn percent_range(low: f64, high: f64) -> String {
    with_unit(format!("{} to {}", fixed(low * 100.0, 1), fixed(high * 100.0, 1)), "%")
}

/// A difference of two shares in percentage points: `+1.3 points`.
pub fn signed_points(share: f64) -> String {
    with_unit(signed_fixed(share * 100.0, 1), if share.is_finite() { "points" } else { "" })
}

/// A probability in whole percent; never a certainty that a finite number of trials cannot show.
pub fn probability(p: f64) -> String {
    match p {
        p if !p.is_finite() => UNDEFINED.to_owned(),
        p if p <= 0.005 => "under 1 %".to_owned(),
        p if p >= 0.995 => "over 99 %".to_owned(),
        p => with_unit(fixed(p * 100.0, 0), "%"),
    }
}

fn scaled(value: f64, unit: &str) -> String {
    if !value.is_finite() {
        return UNDEFINED.to_owned();
    }
    let scale = Scale::of(value);
    let shown = value / scale.divisor;
    let small = scale.word.is_empty() && shown.abs() >= 99.5;
    with_unit(if small { rounded_like(shown, shown, 3) } else { significant(shown, 3) }, &scale.unit(unit))
}

/// `value` rounded where `guide` has its last of `digits` significant digits.
fn rounded_like(value: f64, guide: f64, digits: usize) -> String {
    if !value.is_finite() || !guide.is_finite() || guide.abs() < NOTHING {
        return significant(value, digits);
    }
    let after = decimals_for(guide, digits);
    let step = libm::pow(10.0, f64::from(after));
    fixed((value * step).round() / step, after.max(0) as usize)
}

/// Digits after the point (negative: before it) that leave `digits` significant ones.
fn decimals_for(value: f64, digits: usize) -> i32 {
    let magnitude = |v: f64| libm::floor(libm::log10(v)) as i32;
    let after = digits as i32 - 1 - magnitude(value.abs());
    let step = libm::pow(10.0, f64::from(after));
    let rounded = (value.abs() * step).round() / step;
    (digits as i32 - 1 - magnitude(rounded)).clamp(-15, 12)
}

/// The same text with a plus in front, if it states a number above zero.
pub fn signed(text: String) -> String {
    let above_zero = !text.starts_with(MINUS) && text.bytes().any(|b| matches!(b, b'1'..=b'9'));
    if above_zero { format!("+{text}") } else { text }
}

fn with_unit(text: String, unit: &str) -> String {
    if unit.is_empty() { text } else { format!("{text} {unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ascii(text: &str) -> String {
        text.replace(GROUP, "_").replace(MINUS, "-")
    }

    #[test]
    fn money_reads_like_a_report() {
        for (value, text) in [
            (1_239_800_000.0, "1.24 bn RUB"),
            (-56_780_000.0, "-56.8 m RUB"),
            (999_600.0, "1.00 m RUB"),
            (12_345.0, "12_300 RUB"),
            (735.4, "735 RUB"),
            (99.96, "100 RUB"),
            (0.04567, "0.0457 RUB"),
            (0.0, "0 RUB"),
            (-1e-30, "0 RUB"),
            (f64::NAN, "n/a"),
        ] {
            assert_eq!(ascii(&money(value, "RUB")), text);
        }
        assert_eq!(signed_money(5e6, "EUR"), "+5.00 m EUR");
        assert_eq!(ascii(&money_range(-1.2e8, 3.4e9, "RUB")), "-0.12 to 3.40 bn RUB");
    }

    #[test]
    fn errors_set_the_digits() {
        assert_eq!(with_error(76.4211, 0.1291), "76.4 ± 0.1");
        assert_eq!(with_error(5.3612, 0.0967), "5.4 ± 0.1");
        assert_eq!(with_error(76.4211, 0.0), "76.4");
        assert_eq!(ascii(&with_error(-12345.0, 234.0)), "-12_300 ± 200");
        assert_eq!(percent_with_error(0.764211, 0.00996), "76 ± 1 %");
        assert_eq!(money_with_error(1.2398e9, 3.1e7, "RUB"), "1.24 ± 0.03 bn RUB");
    }

    #[test]
    fn shares_and_probabilities() {
        assert_eq!(percent(0.7642), "76.4 %");
        assert_eq!(percent(f64::NAN), "n/a");
        assert_eq!(signed_points(0.0131), "+1.3 points");
        assert_eq!(signed_points(-0.00001), "0.0 points");
        assert_eq!(probability(0.0), "under 1 %");
        assert_eq!(probability(0.005), "under 1 %");
        assert_eq!(probability(0.634), "63 %");
        assert_eq!(probability(0.995), "over 99 %");
        assert_eq!(probability(1.0), "over 99 %");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(ascii(&count(4_000_000.0)), "4_000_000");
        assert_eq!(ascii(&count(-999.6)), "-1_000");
        assert_eq!(ascii(&fixed(-0.001, 2)), "0.00");
        assert_eq!(about(3_456_000.0), "3.46 m");
        assert_eq!(about(32.04), "32");
        assert_eq!(rounded(12.3, 3), "12");
        assert_eq!(ascii(&rounded(128_510.0, 3)), "129_000");
        assert_eq!(ascii(&significant(123_456.0, 3)), "123_000");
    }
}
