//! The design that `loyalsim new` writes, its comments in a language.

use super::{Language, Words};
use crate::design;

impl Words<'_> {
    /// A commented design to start from, called `title`: the same business and program in every language.
    pub fn starter(self, title: &str) -> String {
        match self.language() {
            Language::En => design::starter(title),
            Language::Ru => design::titled(include_str!("ru/starter.toml"), title),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;

    #[test]
    fn every_language_starts_from_the_same_design() {
        let read = |words: Words<'_>, title| {
            Design::parse(&words.starter(title)).unwrap_or_else(|problems| panic!("{problems}"))
        };
        let english = read(Words::new(Language::En), "");
        for words in Language::ALL.map(Words::new) {
            let design = read(words, "");
            let numbers = |design: &Design| -> Vec<_> {
                design
                    .numbers
                    .iter()
                    .map(|(_, number)| (number.path.clone(), number.distribution.clone()))
                    .collect()
            };
            assert_eq!(numbers(&design), numbers(&english));
            assert_eq!((design.start, design.horizon_months), (english.start, english.horizon_months));
            assert_eq!(design.warnings, []);
            assert!(design.title.len() > 10);
            assert_eq!(read(words, "Моя \"аптека\"").title, "Моя аптека");
        }
    }
}
