//! Amounts of money as people and programs write them.

/// What stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimal {
    /// 1,250.50
    Point,
    /// 1 250,50
    Comma,
}

/// What a column of amounts has shown about its decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DecimalEvidence {
    /// Amounts that only make sense with a decimal point.
    pub point: u64,
    /// Amounts that only make sense with a decimal comma.
    pub comma: u64,
    /// Amounts such as 1,250 that make sense either way.
    pub either: u64,
}

impl DecimalEvidence {
    /// Learns from one amount.
    pub fn see(&mut self, text: &str) {
        let Some(bare) = bare(text) else { return };
        let (points, commas) = (count(&bare.digits, '.'), count(&bare.digits, ','));
        let last = bare.digits.rfind(['.', ',']);
        let after = last.map_or(0, |at| bare.digits.len() - at - 1);
        match (points, commas) {
            (0, 0) => {}
            // both are there: the last is the decimal one
            (1.., 1..) if bare.digits.rfind('.') == last => self.point += 1,
            (1.., 1..) => self.comma += 1,
            // several of one kind divide thousands
            (2.., 0) => self.comma += 1,
            (0, 2..) => self.point += 1,
            (1, 0) if after == 3 && whole_part(&bare.digits) => self.either += 1,
            (0, 1) if after == 3 && whole_part(&bare.digits) => self.either += 1,
            (1, 0) => self.point += 1,
            _ => self.comma += 1,
        }
    }
}

/// Whether one to three digits, the first not 0, stand before the mark: only such could be thousands.
fn whole_part(digits: &str) -> bool {
    let before = digits.find(['.', ',']).unwrap_or(digits.len());
    (1..=3).contains(&before) && !digits.starts_with('0')
}

fn count(text: &str, mark: char) -> usize {
    text.matches(mark).count()
}

/// An amount without sign, currency and blanks.
struct Bare<'t> {
    digits: String,
    negative: bool,
    currency: Option<&'t str>,
}

fn bare(text: &str) -> Option<Bare<'_>> {
    let text = text.trim().trim_matches('\'');
    let (text, in_brackets) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let last = text.rfind(|c: char| c.is_ascii_digit())?;
    // an amount may begin with its decimal mark
    let first = if text[..first].ends_with(['.', ',']) && !text[..first].ends_with("р.") {
        first - 1
    } else {
        first
    };
    let (before, after) = (text[..first].trim(), text[last + 1..].trim());
    let is_sign = |c: char| matches!(c, '-' | '−' | '–' | '+');
    let negative = in_brackets || [before, after].iter().any(|part| part.contains(['-', '−', '–']));
    let words = [before, after].map(|part| part.trim_matches(|c: char| is_sign(c) || c.is_whitespace()));
    let currency = words.into_iter().find(|word| !word.is_empty());
    if words
        .iter()
        .any(|word| word.chars().count() > 4 || word.contains(|c: char| c.is_ascii_digit() || c == '/'))
    {
        return None;
    }
    let mut digits = String::new();
    for c in text[first..=last].chars() {
        match c {
            '0'..='9' | '.' | ',' => digits.push(c),
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’' | '_' => {}
            _ => return None,
        }
    }
    Some(Bare { digits, negative, currency })
}

/// The currency that stands beside an amount.
pub fn currency(text: &str) -> Option<&str> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    bare(text)?.currency
}

/// An amount as programs write most: digits, and a point between digits.
fn plain(text: &str) -> Option<f64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if digits(whole) && digits(decimals) { text.parse().ok() } else { None }
}

/// No purchase is larger in any currency: a card number has strayed into the column of amounts.
const LARGEST: f64 = 1e14;

/// The amount that `text` tells; an amount between brackets is negative.
pub fn amount(text: &str, decimal: Decimal) -> Option<f64> {
    if let (Some(value), Decimal::Point) = (plain(text), decimal) {
        return (value <= LARGEST).then_some(value);
    }
    let bare = bare(text)?;
    let (mark, thousands) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
    };
    let (whole, decimals) = bare.digits.split_once(mark).unwrap_or((&bare.digits, ""));
    let mut groups = whole.split(thousands);
    let begins = groups.next()?;
    let divided = groups.clone().next().is_some();
    if decimals.contains(['.', ',']) || groups.any(|group| group.len() != 3) || divided && begins.is_empty() {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let value: f64 = format!("{whole}.{decimals}").parse().ok()?;
    (value <= LARGEST).then_some(if bare.negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_they_are_written() {
        for text in [
            "1,250.50",
            "1250.5",
            "$1,250.50",
            "USD 1250.50",
            "1 250.50",
            "1\u{202f}250.50 €",
            "1'250.50",
            "+1250.50",
        ] {
            assert_eq!(amount(text, Decimal::Point), Some(1250.5), "{text}");
        }
        for text in ["1.250,50", "1250,5", "1 250,50 руб.", "1\u{a0}250,50 ₽", "1\u{2009}250,50р."] {
            assert_eq!(amount(text, Decimal::Comma), Some(1250.5), "{text}");
        }
        for text in ["-12.5", "(12.5)", "−12.5", "12.5-", "-$12.5", "$-12.5"] {
            assert_eq!(amount(text, Decimal::Point), Some(-12.5), "{text}");
        }
        assert_eq!(
            [".5", "0", "12"].map(|text| amount(text, Decimal::Point)),
            [Some(0.5), Some(0.0), Some(12.0)]
        );
        for text in [
            "",
            "abc",
            "-",
            "1.2.3",
            "12,50",
            "1,25,000",
            ",500",
            "12/05/2024",
            "1e5x",
            "three 3",
            "2024-01-01",
            "10:30",
        ] {
            assert_eq!(amount(text, Decimal::Point), None, "{text}");
        }
        assert_eq!(["$5", "5 руб.", "5"].map(currency), [Some("$"), Some("руб."), None]);
    }

    #[test]
    fn the_decimal_mark_is_learned_from_amounts_that_have_but_one() {
        let seen = |texts: &[&str]| {
            let mut seen = DecimalEvidence::default();
            texts.iter().for_each(|text| seen.see(text));
            (seen.point, seen.comma, seen.either)
        };
        assert_eq!(seen(&["12.50", "1,250.00", "1,250,000", "0.125"]), (4, 0, 0));
        assert_eq!(seen(&["12,50", "1.250,00", "1.250.000"]), (0, 3, 0));
        assert_eq!(seen(&["1,250", "1.250", "12"]), (0, 0, 2));
    }
}
