//! Text that is not TOML: what the TOML reader says, and what the line was probably meant to be.

use super::context::Context;
use crate::design::fault::Fault;
use crate::design::problem::line_of;

/// Notes the first error of each line that has one.
pub fn faults(ctx: &mut Context, text: &str, errors: &[toml::de::Error]) {
    let mut last_line = 0;
    for error in errors {
        let span = on_characters(text, error.span().unwrap_or(0..0));
        let line = line_of(text, span.start);
        if line != last_line {
            let help = help(text.lines().nth(line - 1).unwrap_or_default());
            ctx.fault(Fault::Syntax { message: error.message().to_owned(), help }, &span);
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

/// The usual slips, by the look of the line.
fn help(line: &str) -> String {
    let value = line.split_once('=').map_or(line, |(_, value)| value);
    let value = value.split('#').next().unwrap_or_default().trim();
    let help = if value.is_empty() {
        "after the equals sign a value must follow"
    } else if value.contains('%') {
        "write shares without the per cent sign: 0.25 for 25 %"
    } else if value.parse::<crate::units::YearMonth>().is_ok() {
        "put months in quotes: \"2026-03\""
    } else if is_grouped(value) {
        "write numbers with a point for decimals and without separators: 0.25, 4000000 or 4_000_000"
    } else if value.starts_with(|c: char| c.is_alphabetic()) {
        "put texts in quotes: \"like this\""
    } else if value.matches('"').count() % 2 == 1 {
        "a quotation mark is missing"
    } else {
        "a line reads `key = value`, [table] or [[table]]; `loyalsim new NAME` writes an example"
    };
    help.to_owned()
}

/// Digits with commas, blanks or apostrophes between them.
fn is_grouped(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
        && value.chars().all(|c| c.is_ascii_digit() || [',', ' ', '\'', '.'].contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_slips_are_recognised() {
        assert!(help("gross_margin = 25%").contains("0.25"));
        assert!(help("gross_margin = 0,25").contains("point"));
        assert!(help("launch = 2026-03").contains("quotes"));
        assert!(help("title = Card").contains("quotes"));
        assert!(help("title = ").contains("value"));
    }
}
