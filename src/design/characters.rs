//! Characters that act on the reader's terminal, or disguise a text, instead of being read.

/// Whether `c` is a control character other than a tab or a line feed, changes the direction of the text around it (Unicode's
/// embeddings, overrides and isolates; Boucher & Anderson 2023), or begins a line that no line feed began.
pub(crate) fn acts_on_readers(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = matches!(c, '\u{2028}' | '\u{2029}');
    // No font has anything in the last two planes, which are for private use: here they mark values in sentences.
    let private = c >= '\u{f0000}';
    turns || breaks || private || c.is_control() && c != '\t' && c != '\n'
}

/// Text of one line: blanks, tabs and line feeds in a row are one blank.
pub(crate) fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first such character of `text`. A carriage return before a line feed ends a line, as files of Windows have it.
pub(super) fn first_that_acts(text: &str) -> Option<char> {
    let next = text.chars().skip(1).map(Some).chain([None]);
    let mut pairs = text.chars().zip(next);
    pairs.find(|&(c, next)| acts_on_readers(c) && !(c == '\r' && next == Some('\n'))).map(|(c, _)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_told_from_what_acts() {
        for text in ["Ветка 1", "a\nb\tc", "a\r\nb", "5\u{a0}%", "e\u{301}", "\u{200f}שלום"] {
            assert_eq!(first_that_acts(text), None, "{text:?}");
        }
        for (text, acts) in [
            ("a\u{1b}[31m", '\u{1b}'),
            ("\0", '\0'),
            ("a\rb", '\r'),
            ("a\u{7f}", '\u{7f}'),
            ("\u{9b}31m", '\u{9b}'),
            ("x\u{202e}y", '\u{202e}'),
            ("\u{2067}", '\u{2067}'),
            ("\u{2028}", '\u{2028}'),
            ("\u{f0007}7\u{10fffd}", '\u{f0007}'),
        ] {
            assert_eq!(first_that_acts(text), Some(acts), "{text:?}");
        }
    }
}
