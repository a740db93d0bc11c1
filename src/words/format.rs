//! Numbers for readers: rounded, grouped, with their unit, as the language writes them. Machines read the unrounded ones
//! in the files.

use super::{Language, Value, Words};
use crate::units::format::{MINUS, Separators};

/// Narrow, and no place for a line break: between groups of three digits in Russian.
const NARROW: char = '\u{202f}';
/// Between a number and its unit: no place for a line break either.
const NO_BREAK: char = '\u{a0}';

/// What is smaller than this is the dust of floating-point sums.
const NOTHING: f64 = 1e-9;

/// A power of thousand in which a column, an axis or a sentence states its numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// What values are divided by.
    pub divisor: f64,
    /// Which power of thousand has a word: 0, 2 (million), 3 or 4.
    thousands: usize,
}

impl Scale {
    /// Plain units.
    pub const ONE: Self = Self { divisor: 1.0, thousands: 0 };

    /// Percentage points of shares.
    pub const PERCENT: Self = Self { divisor: 0.01, thousands: 0 };

    /// The scale that suits numbers up to `largest` in size; below a million, plain units.
    pub fn of(largest: f64) -> Self {
        match largest.abs() {
            x if !x.is_finite() || x < 999_500.0 => Self::ONE,
            x if x < 999_500_000.0 => Self { divisor: 1e6, thousands: 2 },
            x if x < 999_500_000_000.0 => Self { divisor: 1e9, thousands: 3 },
            _ => Self { divisor: 1e12, thousands: 4 },
        }
    }

    /// The word after the number: empty, `m` (million), `bn` (thousand million) or `tn` (million million).
    fn word(self, language: Language) -> &'static str {
        let words = match language {
            Language::En => ["", "", "m", "bn", "tn"],
            Language::Ru => ["", "", "млн", "млрд", "трлн"],
        };
        words.get(self.thousands).copied().unwrap_or_default()
    }
}

impl Words<'_> {
    /// The unit as written after a number: `bn RUB`, `RUB`, `m`, or nothing.
    pub fn unit(self, scale: Scale, unit: &str) -> String {
        let words = [scale.word(self.language()), unit];
        words.iter().filter(|w| !w.is_empty()).copied().collect::<Vec<_>>().join("\u{a0}")
    }

    /// Shown where a number is not defined, such as a price per saved customer when nobody was saved.
    pub fn undefined(self) -> String {
        self.say("format-undefined", &[])
    }

    /// `value` with exactly `decimals` digits after the point, thousands grouped: `1,234.50`, `1 234,50`.
    pub fn fixed(self, value: f64, decimals: usize) -> String {
        let separators = match self.language() {
            Language::En => Separators::ENGLISH,
            Language::Ru => Separators { group: NARROW, point: ',' },
        };
        separators.fixed(value, decimals).unwrap_or_else(|| self.undefined())
    }

    /// The same with a plus before what is above zero.
    pub fn signed_fixed(self, value: f64, decimals: usize) -> String {
        signed(self.fixed(value, decimals))
    }

    /// Two numbers: `−1.2 to 3.4`.
    pub fn fixed_range(self, low: f64, high: f64, decimals: usize) -> String {
        self.range(self.fixed(low, decimals), self.fixed(high, decimals))
    }

    /// `value` rounded to `digits` significant digits, thousands grouped: `12,300`, `0.0457`.
    pub fn significant(self, value: f64, digits: usize) -> String {
        if !value.is_finite() || value.abs() < NOTHING {
            return self.fixed(value, 0);
        }
        self.rounded_to(value, value, digits)
    }

    /// A whole number with at most `digits` significant digits: `128 510` to three of them is `129,000`, `12.3` is `12`.
    pub fn rounded(self, value: f64, digits: usize) -> String {
        if value.abs() < libm::pow(10.0, digits as f64 - 1.0) {
            self.fixed(value, 0)
        } else {
            self.significant(value, digits)
        }
    }

    /// `value` to at most `digits` significant digits and without last zeros: `0.5`, `12,345`.
    pub fn short(self, value: f64, digits: usize) -> String {
        if !value.is_finite() || value.abs() < NOTHING {
            return self.fixed(value, 0);
        }
        let after = decimals_for(value, digits).max(0);
        let rounded = rounded_at(value, after);
        let bare =
            (0..after).find(|fewer| (rounded_at(rounded, *fewer) - rounded).abs() < NOTHING * rounded.abs());
        self.fixed(rounded, bare.unwrap_or(after) as usize)
    }

    /// A whole number of things, grouped: `4,000,000`.
    pub fn count(self, value: f64) -> String {
        self.fixed(value, 0)
    }

    /// A number of customers or points that is an estimate: three significant digits, in words from a million on.
    pub fn about(self, value: f64) -> String {
        if Scale::of(value) == Scale::ONE { self.rounded(value, 3) } else { self.scaled(value, "") }
    }

    /// The same with its sign.
    pub fn signed_about(self, value: f64) -> String {
        signed(self.about(value))
    }

    /// Such a number with its Monte Carlo error: `12,300 ± 200`.
    pub fn about_with_error(self, value: f64, error: f64) -> String {
        self.scaled_with_error(value, error, "")
    }

    /// Two such numbers: `−120 to 340`.
    pub fn about_range(self, low: f64, high: f64) -> String {
        // Fewer than a hundred customers are whole ones: −8 to 9, not −7.86 to 8.64.
        if low.abs().max(high.abs()) < 99.5 {
            return self.fixed_range(low, high, 0);
        }
        self.scaled_range(low, high, "")
    }

    /// Money to three significant digits: `1.24 bn RUB`, `735 RUB`.
    pub fn money(self, value: f64) -> String {
        self.scaled(value, self.currency())
    }

    /// Money with its sign, for differences: `+1.24 bn RUB`.
    pub fn signed_money(self, value: f64) -> String {
        signed(self.money(value))
    }

    /// Two amounts in one unit: `−120 to 340 m RUB`.
    pub fn money_range(self, low: f64, high: f64) -> String {
        self.scaled_range(low, high, self.currency())
    }

    /// Money and its Monte Carlo error in one unit: `1.24 ± 0.03 bn RUB`.
    pub fn money_with_error(self, value: f64, error: f64) -> String {
        self.scaled_with_error(value, error, self.currency())
    }

    /// A number and its Monte Carlo error, both to the error's first digit: `76.4 ± 0.3`.
    pub fn with_error(self, value: f64, error: f64) -> String {
        if !value.is_finite() {
            return self.undefined();
        }
        if !error.is_finite() || error <= NOTHING * value.abs() {
            return self.significant(value, 3);
        }
        let (value, error) = (self.rounded_like(value, error, 1), self.rounded_like(error, error, 1));
        format!("{value}{NO_BREAK}±{NO_BREAK}{error}")
    }

    /// A share as a percentage with one decimal: `76.4 %`.
    pub fn percent(self, share: f64) -> String {
        with_unit(self.fixed(share * 100.0, 1), if share.is_finite() { "%" } else { "" })
    }

    /// A share in whole percent: `76 %`.
    pub fn whole_percent(self, share: f64) -> String {
        with_unit(self.fixed(share * 100.0, 0), if share.is_finite() { "%" } else { "" })
    }

    /// A relative change in whole percent with its sign: `−12 %`.
    pub fn signed_percent(self, change: f64) -> String {
        signed(self.whole_percent(change))
    }

    /// A share and its Monte Carlo error: `76.4 ± 0.1 %`.
    pub fn percent_with_error(self, share: f64, error: f64) -> String {
        with_unit(self.with_error(share * 100.0, error * 100.0), if share.is_finite() { "%" } else { "" })
    }

    /// Two shares: `70.2 to 79.8 %`.
    pub fn percent_range(self, low: f64, high: f64) -> String {
        with_unit(self.fixed_range(low * 100.0, high * 100.0, 1), "%")
    }

    /// A difference of two shares in percentage points: `+1.3 points`.
    pub fn signed_points(self, share: f64) -> String {
        self.points(signed(self.fixed(share * 100.0, 1)), share)
    }

    /// The same with its Monte Carlo error: `+1.3 ± 0.1 points`.
    pub fn points_with_error(self, share: f64, error: f64) -> String {
        self.points(signed(self.with_error(share * 100.0, error * 100.0)), share)
    }

    /// Two such differences: `−0.4 to 1.2 points`.
    pub fn points_range(self, low: f64, high: f64) -> String {
        self.points(self.fixed_range(low * 100.0, high * 100.0, 1), low)
    }

    /// A probability in whole percent; never a certainty that a finite number of trials cannot show.
    pub fn probability(self, p: f64) -> String {
        match p {
            p if !p.is_finite() => self.undefined(),
            p if p <= 0.005 => self.say("format-under", &[("share", Value::WholePercent(0.01))]),
            p if p >= 0.995 => self.say("format-over", &[("share", Value::WholePercent(0.99))]),
            p => self.whole_percent(p),
        }
    }

    /// The same of trials, with the ends of its 95 % interval: where all trials agree, only what so many of them can tell.
    pub fn probability_within(self, p: f64, low: f64, high: f64) -> String {
        let end = |share: f64| [("share", Value::WholePercent(share))];
        match p {
            p if p <= 0.005 => self.say("format-under", &end((high + 0.005).max(0.01))),
            p if p >= 0.995 => self.say("format-over", &end((low - 0.005).min(0.99))),
            p => self.probability(p),
        }
    }

    fn points(self, number: String, share: f64) -> String {
        if share.is_finite() { self.say("format-points", &[("number", Value::Text(number))]) } else { number }
    }

    /// Two ends; one number where both read the same.
    fn range(self, low: String, high: String) -> String {
        if low == high {
            return low;
        }
        self.say("format-range", &[("low", Value::Text(low)), ("high", Value::Text(high))])
    }

    fn scaled(self, value: f64, unit: &str) -> String {
        if !value.is_finite() {
            return self.undefined();
        }
        let scale = Scale::of(value);
        let shown = value / scale.divisor;
        let small = shown.abs() < 1.0 && shown.abs() > NOTHING;
        let text = if small { self.small(shown) } else { self.significant(shown, 3) };
        with_unit(text, &self.unit(scale, unit))
    }

    /// An amount below one: three significant digits, without last zeros beyond cents: `0.04`, `0.50`, `0.0123`.
    fn small(self, value: f64) -> String {
        const CENTS: i32 = 2;
        let after = decimals_for(value, 3).max(CENTS);
        let rounded = rounded_at(value, after);
        let bare = (CENTS..after).find(|fewer| rounded_at(rounded, *fewer) == rounded);
        self.fixed(rounded, bare.unwrap_or(after) as usize)
    }

    fn scaled_range(self, low: f64, high: f64, unit: &str) -> String {
        let largest = low.abs().max(high.abs());
        let scale = Scale::of(largest);
        let show = |v: f64| self.rounded_like(v / scale.divisor, largest / scale.divisor, 3);
        with_unit(self.range(show(low), show(high)), &self.unit(scale, unit))
    }

    fn scaled_with_error(self, value: f64, error: f64, unit: &str) -> String {
        // 999.7 ± 0.3 thousand million is read as 1.0 ± 0.3 bn, not as 1,000 ± 300 m.
        let read = if error.is_finite() && error.abs() > NOTHING * value.abs() {
            rounded_at(value, decimals_for(error, 1))
        } else {
            value
        };
        let scale = Scale::of(read.abs().max(error.abs()));
        let shown = self.with_error(value / scale.divisor, error / scale.divisor);
        with_unit(shown, &self.unit(scale, unit))
    }

    /// `value` rounded where `guide` has its last of `digits` significant digits.
    fn rounded_like(self, value: f64, guide: f64, digits: usize) -> String {
        if !value.is_finite() || !guide.is_finite() || guide.abs() < NOTHING {
            return self.significant(value, digits);
        }
        self.rounded_to(value, guide, digits)
    }

    fn rounded_to(self, value: f64, guide: f64, digits: usize) -> String {
        let after = decimals_for(guide, digits);
        self.fixed(rounded_at(value, after), after.max(0) as usize)
    }
}

/// What [`Words::about`] shows of `value`, as a number: plurals follow what is read.
pub fn about_value(value: f64) -> f64 {
    let scale = Scale::of(value).divisor;
    let shown = value / scale;
    let whole = scale <= 1.0 && shown.abs() < 100.0;
    if !value.is_finite() || value.abs() < NOTHING {
        0.0
    } else if whole {
        shown.round()
    } else {
        // Rounding at a whole place again drops the dust of the multiplication.
        (rounded_at(shown, decimals_for(shown, 3)) * scale).round()
    }
}

/// The text with a plus in front, if it states a number above zero.
pub fn signed(text: String) -> String {
    let above_zero = !text.starts_with(MINUS) && text.bytes().any(|b| matches!(b, b'1'..=b'9'));
    if above_zero { format!("+{text}") } else { text }
}

fn with_unit(text: String, unit: &str) -> String {
    if unit.is_empty() { text } else { format!("{text}{NO_BREAK}{unit}") }
}

/// `value` rounded at `after` digits after the point (negative: before it).
fn rounded_at(value: f64, after: i32) -> f64 {
    let step = libm::pow(10.0, f64::from(after));
    (value * step).round() / step
}

/// Digits after the point (negative: before it) that leave `digits` significant ones.
fn decimals_for(value: f64, digits: usize) -> i32 {
    let magnitude = |v: f64| libm::floor(libm::log10(v)) as i32;
    let after = digits as i32 - 1 - magnitude(value.abs());
    (digits as i32 - 1 - magnitude(rounded_at(value.abs(), after))).clamp(-15, 12)
}
