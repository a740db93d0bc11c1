//! The design that `loyalsim new` writes, its comments in a language.

use super::{Language, Words, breakable, capital};
use crate::design;

impl Words<'_> {
    /// A commented design to start from, called `title`: the same business and program in every language.
    pub fn starter(self, title: &str) -> String {
        match self.language() {
            Language::En => design::starter(title),
            Language::Ru => design::titled(include_str!("ru/starter.toml"), title),
        }
    }

    /// The same for a business whose program runs already, with a change proposed to it.
    pub fn starter_today(self, title: &str) -> String {
        match self.language() {
            Language::En => design::starter_today(title),
            Language::Ru => design::titled(include_str!("ru/starter_today.toml"), title),
        }
    }

    /// The starting design of an industry, called `title`, or by the industry where that is empty; `None` where there is none of that
    /// name.
    pub fn template(self, industry: &str, title: &str) -> Option<String> {
        let mut parts = design::template(industry)?.split('@');
        let mut text = parts.next().unwrap_or_default().to_owned();
        // every second part is a word left open
        while let (Some(word), Some(rest)) = (parts.next(), parts.next()) {
            text += &breakable(&match word {
                "title" => capital(&self.name("industry", industry)),
                _ => self.name("template", word),
            });
            text += rest;
        }
        Some(design::titled(&text, title))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;

    /// Every industry has a design that nothing is wrong with, with the same numbers in every language.
    #[test]
    fn industries_have_designs_of_their_own() {
        for industry in design::templates() {
            let read = |language| {
                let text = Words::new(language).template(industry, "").unwrap();
                assert!(!text.contains('@'), "{industry}: {text}");
                Design::parse(&text).unwrap_or_else(|problems| panic!("{industry}: {problems}"))
            };
            let english = read(Language::En);
            for language in Language::ALL {
                let design = read(language);
                assert_eq!(design.warnings, [], "{industry}");
                let numbers = |of: &Design| {
                    of.numbers
                        .iter()
                        .map(|(_, n)| (n.path.clone(), n.distribution.clone()))
                        .collect::<Vec<_>>()
                };
                assert_eq!(numbers(&design), numbers(&english));
                assert!(design.optimise.is_some() && design.goals.len() == 2, "{industry}");
            }
        }
        let named = Words::new(Language::Ru).template("shop", "Наш магазин").unwrap();
        assert_eq!(Design::parse(&named).unwrap().title, "Наш магазин");
        assert!(Words::new(Language::En).template("smithy", "").is_none());
    }

    #[test]
    fn every_language_starts_from_the_same_design() {
        every_language_starts_from(Words::starter);
        every_language_starts_from(Words::starter_today);
    }

    #[track_caller]
    fn every_language_starts_from(starter: impl Fn(Words<'static>, &str) -> String) {
        let read = |words: Words<'static>, title| {
            Design::parse(&starter(words, title)).unwrap_or_else(|problems| panic!("{problems}"))
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
