//! Spaces that keep together what a reader wants in one line.

use super::Language;
use super::marks::is_mark;

const NO_BREAK: char = '\u{a0}';

/// Words that may follow a number and are no unit.
const LINKS: [&str; 14] =
    ["of", "to", "in", "and", "or", "at", "after", "over", "из", "до", "в", "на", "и", "по"];

/// The text with no line break between a number and its unit, before a dash, or after a short Russian word.
pub fn typeset(language: Language, text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut set = String::with_capacity(text.len());
    for (at, word) in words.iter().enumerate() {
        set.push_str(word);
        if let Some(next) = words.get(at + 1) {
            set.push(if sticks(language, word, next) { NO_BREAK } else { ' ' });
        }
    }
    one_full_stop(&set)
}

/// An abbreviation at the end of a sentence lends it its full stop: `на 3 п. п.`, not `п. п..`.
fn one_full_stop(text: &str) -> String {
    let (mut before, mut last) = (' ', ' ');
    let kept = text.chars().filter(|&c| {
        // Paths such as ../shop.toml are left alone.
        let twice = c == '.' && last == '.' && ('а'..='я').contains(&before);
        if !is_mark(c) {
            (before, last) = (last, c);
        }
        !twice
    });
    kept.collect()
}

/// Whether no line may end between two words.
fn sticks(language: Language, word: &str, next: &str) -> bool {
    let (word, next) = (word.trim_matches(is_mark), next.trim_matches(is_mark));
    let number = word.ends_with(|c: char| c.is_ascii_digit());
    let unit =
        next.starts_with(|c: char| c.is_alphabetic() || c == '%' || c == '±') && !LINKS.contains(&next);
    let dash = matches!(next, "—" | "–" | "→" | "−");
    let bare = word.trim_start_matches(['«', '(', '"']);
    let short = language == Language::Ru
        && !bare.is_empty()
        && bare.chars().count() <= 2
        && bare.chars().all(char::is_alphabetic);
    let points = word == "п." && next.starts_with("п.");
    number && unit || dash || short || points || word == "±"
}

/// The text with ordinary spaces, for terminals and plain text.
pub fn breakable(text: &str) -> String {
    text.replace(NO_BREAK, " ")
}

/// The text with a capital letter first.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_dashes_and_short_words_stay() {
        let shown = |language, text: &str| typeset(language, text).replace(NO_BREAK, "_");
        assert_eq!(
            shown(Language::En, "a gain of 12 months in 90 % of trials"),
            "a gain of 12_months in 90_% of trials"
        );
        assert_eq!(
            shown(Language::Ru, "в плюсе — на 3-й год, но не раньше"),
            "в_плюсе_— на_3-й год, но_не_раньше"
        );
        assert_eq!(shown(Language::En, "two  spaces"), "two  spaces");
        assert_eq!(shown(Language::Ru, "на 3 п. п.. И всё."), "на_3_п._п. И_всё.");
        assert_eq!(shown(Language::Ru, "Всё лежит в ../out"), "Всё лежит в_../out");
    }

    #[test]
    fn capitals() {
        assert_eq!(capital("цена"), "Цена");
        assert_eq!(capital(""), "");
    }
}
