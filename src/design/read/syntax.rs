//! Text that is not TOML: what the TOML reader says, and what the line was probably meant to be.

use super::context::Context;
use crate::design::fault::Fault;
use crate::design::problem::line_of;
use crate::design::saying::Saying;

/// What the TOML reader says of the usual slips, and our messages for it. Anything else is quoted in its own words.
const SLIPS: [(&str, &str); 41] = [
    ("duplicate key", "syntax-twice"),
    ("missing value for key", "syntax-no-value"),
    ("key with no value", "syntax-no-equals-sign"),
    ("missing value", "syntax-no-value"),
    ("string values must be quoted", "syntax-no-quotes"),
    ("unexpected key or value", "syntax-too-much"),
    ("unexpected content", "syntax-too-much"),
    ("extra `=`", "syntax-too-much"),
    ("unclosed table", "syntax-unclosed-header"),
    ("unclosed array table", "syntax-unclosed-header"),
    ("unclosed array", "syntax-unclosed-list"),
    ("unclosed inline table", "syntax-unclosed-inline"),
    ("missing comma between array elements", "syntax-no-comma"),
    ("missing comma between key-value pairs", "syntax-no-comma"),
    ("extra assignment between key-value pairs", "syntax-no-comma"),
    ("invalid basic string", "syntax-unclosed-text"),
    ("unquoted keys cannot be empty", "syntax-key"),
    ("invalid key", "syntax-key"),
    ("invalid date", "syntax-date"),
    ("unexpected leading zero", "syntax-leading-zero"),
    ("invalid unquoted key", "syntax-key"),
    ("keys cannot be multi-line basic strings", "syntax-key"),
    ("keys cannot be multi-line literal strings", "syntax-key"),
    ("missing key for inline table element", "syntax-key"),
    ("missing assignment between key-value pairs", "syntax-no-equals-sign"),
    ("extra comma in array", "syntax-extra-comma"),
    ("extra comma in inline table", "syntax-extra-comma"),
    ("invalid multi-line basic string", "syntax-unclosed-text"),
    ("invalid literal string", "syntax-unclosed-text"),
    ("invalid multi-line literal string", "syntax-unclosed-text"),
    ("invalid date-time", "syntax-date"),
    ("invalid float", "syntax-number"),
    ("invalid integer number", "syntax-number"),
    ("invalid mantissa", "syntax-number"),
    ("invalid fraction", "syntax-number"),
    ("invalid exponent", "syntax-number"),
    ("`_` may only go between digits", "syntax-number"),
    ("redundant numeric sign", "syntax-number"),
    ("unexpected sign", "syntax-number"),
    ("missing escaped value", "syntax-escape"),
    ("too few unicode value digits", "syntax-escape"),
];

/// Slips whose remedy does not depend on what the line looks like.
const REMEDIES: [(&str, &str); 6] = [
    ("syntax-twice", "fix-twice"),
    ("syntax-unclosed-header", "fix-bracket"),
    ("syntax-unclosed-list", "fix-bracket"),
    ("syntax-unclosed-inline", "fix-bracket"),
    ("syntax-extra-comma", "fix-extra-comma"),
    ("syntax-escape", "fix-escape"),
];

/// Notes the first error of each line that has one.
pub fn faults(ctx: &mut Context, text: &str, errors: &[toml::de::Error]) {
    let mut last_line = 0;
    for error in errors {
        let span = on_characters(text, error.span().unwrap_or(0..0));
        let line = line_of(text, span.start);
        if line != last_line {
            let what = said(error.message());
            let certain = REMEDIES.iter().find(|(slip, _)| *slip == what.key).map(|(_, remedy)| *remedy);
            let by_look = || remedy(text.lines().nth(line - 1).unwrap_or_default());
            let remedy = Saying::new(certain.unwrap_or_else(by_look));
            ctx.fault(Fault::syntax(what, remedy), &span);
        }
        last_line = line;
        if ctx.is_full() {
            return;
        }
    }
}

/// The span, widened until it neither cuts a character nor leaves the text.
fn on_characters(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let (mut start, mut end) = (span.start.min(text.len()), span.end.min(text.len()));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end.max(start)
}

/// The message of the TOML reader as one of ours, or quoted.
fn said(message: &str) -> Saying {
    let first = message.split([',', '\n']).next().unwrap_or_default().trim();
    // A word that begins like `nan`, `inf`, `true` or `false` is taken for it: `expiry_months = never`.
    if ["`nan`", "`inf`", "`true`", "`false`"].iter().any(|word| message.ends_with(word)) {
        return Saying::new("syntax-no-quotes");
    }
    match SLIPS.iter().find(|(words, _)| *words == first) {
        Some(&(_, key)) => Saying::new(key),
        None => Saying::new("syntax-other").with("message", message.replace('\n', ", ")),
    }
}

/// The usual slips, by the look of the line.
fn remedy(line: &str) -> &'static str {
    let has_key = line.contains('=');
    let value = line.split_once('=').map_or(line, |(_, value)| value);
    let value = value.split('#').next().unwrap_or_default().trim();
    let number = value.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    if let Some(key) = typographic(line) {
        key
    } else if has_foreign_key(line) {
        "fix-latin-key"
    } else if value.is_empty() {
        "fix-no-value"
    } else if value.contains('%') {
        "fix-per-cent-sign"
    } else if value.parse::<crate::units::YearMonth>().is_ok() {
        "fix-month-without-quotes"
    } else if number && (is_grouped(value.trim_start_matches('-')) || is_broken(value)) {
        "fix-grouped-number"
    } else if has_key && value.starts_with(|c: char| c.is_alphabetic()) {
        "fix-text-without-quotes"
    } else if value.matches('"').count() % 2 == 1 {
        "fix-unclosed-text"
    } else {
        "fix-line"
    }
}

/// Characters that printers and our own reports set, outside texts in quotes, where TOML wants plain ones.
fn typographic(line: &str) -> Option<&'static str> {
    let outside: String = line.split('"').step_by(2).collect();
    let code = outside.split('#').next().unwrap_or_default();
    let has = |any: &[char]| code.contains(any);
    if has(&['\u{a0}', '\u{202f}', '\u{2007}', '\u{2009}']) {
        Some("fix-no-break-space")
    } else if has(&['\u{2212}', '\u{2013}', '\u{2014}']) {
        Some("fix-true-minus")
    } else if has(&['\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}', '\u{2018}', '\u{2019}']) {
        Some("fix-curly-quotes")
    } else {
        None
    }
}

/// A number that TOML does not read: `1.`, `4_000_`, `1.000.000`.
fn is_broken(value: &str) -> bool {
    let digits = value.trim_start_matches('-');
    digits.chars().all(|c| c.is_ascii_digit() || ['.', '_'].contains(&c))
        && (digits.ends_with(['.', '_']) || digits.contains("__") || digits.matches('.').count() > 1)
}

/// Letters that are not Latin in the name of a key or a table, outside quotes: `нпс = 22`, or a Cyrillic `с` in `customers`.
fn has_foreign_key(line: &str) -> bool {
    let outside: String = line.split('"').step_by(2).collect();
    let code = outside.split('#').next().unwrap_or_default().trim();
    let key = if code.starts_with('[') { Some(code) } else { code.split_once('=').map(|(key, _)| key) };
    key.is_some_and(|key| key.chars().any(|c| c.is_alphabetic() && !c.is_ascii()))
}

/// Digits with commas, blanks or apostrophes between them.
fn is_grouped(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
        && value.contains([',', ' ', '\''])
        && value.chars().all(|c| c.is_ascii_digit() || [',', ' ', '\'', '.'].contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_slips_are_recognised() {
        for (line, key) in [
            ("gross_margin = 25%", "fix-per-cent-sign"),
            ("gross_margin = 0,25", "fix-grouped-number"),
            ("customers = 4 000 000", "fix-grouped-number"),
            ("customers = 4_000_", "fix-grouped-number"),
            ("customers = 4.000.000", "fix-grouped-number"),
            ("expiry_months = never", "fix-text-without-quotes"),
            ("customers = 4\u{a0}000\u{202f}000", "fix-no-break-space"),
            ("\u{a0}customers = 4000", "fix-no-break-space"),
            ("nps = \u{2212}5", "fix-true-minus"),
            ("title = \u{ab}Card\u{bb}", "fix-curly-quotes"),
            ("launch = 2026-03", "fix-month-without-quotes"),
            ("title = Card", "fix-text-without-quotes"),
            ("title = \"Card", "fix-unclosed-text"),
            ("title = ", "fix-no-value"),
            ("title = \"5\u{a0}\u{2212}\" 7", "fix-line"),
            ("нпс = 22", "fix-latin-key"),
            ("[бизнес]", "fix-latin-key"),
            ("\u{441}ustomers = 4000", "fix-latin-key"),
            ("title = Карта", "fix-text-without-quotes"),
            ("title: Card", "fix-line"),
            ("customers = 4", "fix-line"),
        ] {
            assert_eq!(remedy(line), key, "{line}");
        }
    }

    #[test]
    fn what_the_toml_reader_says_is_said_by_us_or_quoted() {
        for (text, key) in [
            ("a = 1\na = 2", "syntax-twice"),
            ("a =\n", "syntax-no-quotes"),
            ("a", "syntax-no-equals-sign"),
            ("a = b", "syntax-no-quotes"),
            ("a = 5 000", "syntax-no-quotes"),
            ("a = \u{2212}5", "syntax-no-quotes"),
            ("a = 0,5", "syntax-too-much"),
            ("a = [1", "syntax-unclosed-list"),
            ("a = { b = 1", "syntax-unclosed-inline"),
            ("[a", "syntax-unclosed-header"),
            ("[[a]", "syntax-unclosed-header"),
            ("a = [1, 2 \"b\"]", "syntax-no-comma"),
            ("a = { b = 1 c = 2 }", "syntax-no-comma"),
            ("a = \"b", "syntax-unclosed-text"),
            ("= 1", "syntax-key"),
            ("a = 2026-3", "syntax-date"),
            ("a = 01", "syntax-leading-zero"),
            ("a = 1.", "syntax-number"),
            ("a = 1_", "syntax-number"),
            ("a = never", "syntax-no-quotes"),
            ("нпс = 1", "syntax-key"),
            ("a = \"C:\\Users\"", "syntax-escape"),
        ] {
            let (_, errors) = toml::de::DeTable::parse_recoverable(text);
            let message = errors.first().unwrap().message();
            assert_eq!(said(message).key, key, "{text}: {message}");
        }
        assert_eq!(said("cannot recurse further; max recursion depth met").key, "syntax-other");
    }
}
