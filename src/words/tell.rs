//! Sayings of `design` and the layers above it, in a language.

use super::typeset::breakable;
use super::{Value, Words};
use crate::design::{Arg, Saying, acts_on_readers};
use crate::units::{Range, as_written};

impl Words<'_> {
    /// The saying as a sentence for a terminal or a plain text: all spaces are ordinary ones.
    pub fn tell(self, saying: &Saying) -> String {
        self.filled(saying.key, saying)
    }

    /// The message `KEY-help`, if there is one: what to do about what a saying says.
    pub fn help(self, saying: &Saying) -> Option<String> {
        let key = format!("{}-help", saying.key);
        self.has(&key).then(|| self.filled(&key, saying))
    }

    fn filled(self, key: &str, saying: &Saying) -> String {
        let filled: Vec<(&'static str, Value)> =
            saying.args.iter().map(|(name, arg)| (*name, self.value_of(arg))).collect();
        breakable(&self.say(key, &filled))
    }

    fn value_of(self, arg: &Arg) -> Value {
        match arg {
            Arg::Text(text) => Value::Text(harmless(text)),
            Arg::Number(value) => Value::Text(as_written(*value)),
            Arg::Count(count) => Value::from(*count),
            Arg::Range(range) => Value::Text(self.allowed(*range)),
            Arg::Month(month) => Value::Month(*month),
            Arg::AnyOf(words) => Value::Text(harmless(&self.any_of(words))),
            Arg::AllOf(words) => Value::Text(harmless(&self.list(words))),
            Arg::Saying(saying) => Value::Text(self.tell(saying)),
            Arg::Meaning(path) => Value::Text(within(&self.meaning(path))),
            Arg::Remedy(path) => Value::Text(self.remedy(path)),
            Arg::Faults(faults) => Value::Text(self.in_one_line(faults)),
        }
    }

    /// The values allowed, as one writes them in a design: `0 to 1`, `0 or more`.
    pub fn allowed(self, range: Range) -> String {
        let end = |value: f64| Value::Text(as_written(value));
        let (min, max) = (("min", end(range.min)), ("max", end(range.max)));
        match (range.min.is_finite(), range.max.is_finite()) {
            (true, true) => self.say("allowed-both", &[min, max]),
            (true, false) => self.say("allowed-least", &[min]),
            (false, true) => self.say("allowed-most", &[max]),
            (false, false) => self.say("allowed-any", &[]),
        }
    }

    /// `a, b or c`.
    fn any_of(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.say(
                "allowed-or",
                &[("first", Value::Text(first.join(", "))), ("last", Value::Text(last.clone()))],
            ),
        }
    }
}

/// A sentence within another: without its full stop, and without its capital letter where that is no abbreviation's.
fn within(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(next)) if !next.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => sentence.trim_end_matches('.').to_owned(),
    }
}

/// A text from a file with its control characters spelt out: they must not act on the terminal.
pub fn harmless(text: &str) -> String {
    let spelt = |c: char| match acts_on_readers(c) {
        true => format!("\\u{:04x}", u32::from(c)),
        false => c.to_string(),
    };
    text.chars().map(spelt).collect()
}

/// The same, each control character replaced by another one of as many bytes: places in the text stay where they are.
pub(super) fn masked(text: &str) -> String {
    let mask = |c: char| match (acts_on_readers(c) && c != '\r', c.len_utf8()) {
        (false, _) => c,
        (true, 1) => '?',
        (true, 2) => '\u{bf}',
        (true, 3) => char::REPLACEMENT_CHARACTER,
        (true, _) => '\u{1f5d9}',
    };
    text.chars().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn ranges_are_told_in_both_languages() {
        let said = |language, min, max| Words::new(language).allowed(Range { min, max });
        assert_eq!(said(Language::En, 0.001, 1.0), "0.001 to 1");
        assert_eq!(said(Language::En, -1e6, f64::INFINITY), "-1_000_000 or more");
        assert_eq!(breakable(&said(Language::Ru, 0.0, 1.0)), "от 0 до 1");
        assert_eq!(breakable(&said(Language::Ru, f64::NEG_INFINITY, f64::INFINITY)), "любое число");
    }

    #[test]
    fn meanings_are_told_within_a_sentence() {
        assert_eq!(within("The mean receipt."), "the mean receipt");
        assert_eq!(within("NPS группы."), "NPS группы");
        assert_eq!(within(""), "");
    }

    #[test]
    fn control_characters_reach_no_terminal() {
        let saying = Saying::new("fault-unknown-key").with("key", "a\u{1b}[31m").with("table", "\u{202e}");
        let told = Words::new(Language::En).tell(&saying);
        assert_eq!(told, "`a\\u001b[31m` is not a key of \\u202e");
        for text in ["a\u{1b}b", "\u{9b}", "\u{202e}x", "a\r\nb"] {
            assert_eq!(masked(text).len(), text.len());
            assert!(!masked(text).contains(['\u{1b}', '\u{9b}', '\u{202e}']));
        }
    }

    #[test]
    fn parts_of_a_sentence_are_told_within_it() {
        let reason = Saying::new("reason-deviation").with("deviation", 0.0);
        let saying = Saying::new("fault-order").with("path", "business.nps").with("reason", reason);
        let told = Words::new(Language::En).tell(&saying);
        assert_eq!(told, "`business.nps` contradicts itself: its standard deviation is 0");
    }
}
