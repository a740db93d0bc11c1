//! Marks around a value in a sentence: characters that no font and no text has, so that a page can find the value again after
//! the language has put it in its place.

/// The first of the characters that begin a mark (a plane of Unicode that is left to private use).
const FIRST: u32 = 0xF_0000;
/// The character that ends a mark.
const END: char = '\u{10FFFD}';

/// A piece of a told sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Plain(String),
    /// A marked value: its number, and how it is written.
    Marked(u16, String),
}

/// `text` between marks with this number.
pub fn marked(number: u16, text: &str) -> String {
    let begin = char::from_u32(FIRST + u32::from(number)).unwrap_or(END);
    format!("{begin}{text}{END}")
}

/// Whether a character is one of the marks.
pub fn is_mark(c: char) -> bool {
    c as u32 >= FIRST
}

/// The pieces of a sentence, its marks taken out.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut open = None;
    for c in text.chars() {
        if !is_mark(c) {
            words.push(c);
            continue;
        }
        let said = std::mem::take(&mut words);
        match open {
            Some(number) => pieces.push(Piece::Marked(number, said)),
            None if said.is_empty() => {}
            None => pieces.push(Piece::Plain(said)),
        }
        open = (c != END).then(|| (c as u32 - FIRST) as u16);
    }
    if !words.is_empty() {
        pieces.push(Piece::Plain(words));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::{Language, Value, Words};
    use super::*;

    #[test]
    fn values_are_found_where_the_language_puts_them() {
        let words = Words::new(Language::Ru);
        let many = Value::Marked(7, Box::new(Value::Count(21.0)));
        let said = words.say("format-months", &[("months", many)]);
        let found = pieces(&said);
        assert_eq!(found[0], Piece::Marked(7, "21".to_owned()));
        let plain = words.say("format-months", &[("months", Value::Count(21.0))]);
        let joined: String = found
            .iter()
            .map(|piece| match piece {
                Piece::Plain(text) | Piece::Marked(_, text) => text.as_str(),
            })
            .collect();
        assert_eq!(joined, plain);
    }

    #[test]
    fn text_without_marks_is_one_piece() {
        assert_eq!(pieces("a b"), [Piece::Plain("a b".to_owned())]);
        assert!(pieces("").is_empty());
    }
}
