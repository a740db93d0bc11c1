//! Names of the months, in the cases that sentences need.

use super::{Language, Words};
use crate::units::YearMonth;
use fluent_bundle::{FluentArgs, FluentValue};

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Nominative; the accusative is the same.
const RUSSIAN: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// The case of a month in a Russian sentence; English has one for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// март
    Nominative,
    /// до марта
    Genitive,
    /// к марту
    Dative,
    /// в марте
    Prepositional,
}

impl Case {
    fn of(text: &str) -> Option<Self> {
        match text {
            "nominative" => Some(Self::Nominative),
            "genitive" => Some(Self::Genitive),
            "dative" => Some(Self::Dative),
            "prepositional" => Some(Self::Prepositional),
            _ => None,
        }
    }
}

impl Words<'_> {
    /// A month in words: `March 2026`, `март 2026 г.`
    pub fn month(self, month: YearMonth) -> String {
        in_words(self.language(), month, Case::Nominative)
    }
}

/// The function `MONTH($month, case: "dative")` of messages.
pub fn function(
    language: Language,
) -> impl for<'a> Fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a> + Send + Sync + 'static {
    move |positional, named| {
        let [FluentValue::String(text)] = positional else { return FluentValue::Error };
        let case = match named.get("case") {
            Some(FluentValue::String(case)) => Case::of(case),
            _ => Some(Case::Nominative),
        };
        match (text.parse::<YearMonth>(), case) {
            (Ok(month), Some(case)) => in_words(language, month, case).into(),
            // Not a month: told as it is.
            (Err(_), Some(_)) => text.to_string().into(),
            (_, None) => FluentValue::Error,
        }
    }
}

fn in_words(language: Language, month: YearMonth, case: Case) -> String {
    let index = usize::from(month.month()).clamp(1, 12) - 1;
    match language {
        Language::En => format!("{}\u{a0}{}", ENGLISH[index], month.year()),
        Language::Ru => format!("{}\u{a0}{}\u{a0}г.", declined(RUSSIAN[index], case), month.year()),
    }
}

/// Month names decline regularly: -ь and -й are replaced, a consonant takes the ending.
fn declined(name: &str, case: Case) -> String {
    let soft = name.ends_with(['ь', 'й']);
    let stem = name.trim_end_matches(['ь', 'й']);
    let ending = match (case, soft) {
        (Case::Nominative, _) => return name.to_owned(),
        (Case::Genitive, true) => "я",
        (Case::Genitive, false) => "а",
        (Case::Dative, true) => "ю",
        (Case::Dative, false) => "у",
        (Case::Prepositional, _) => "е",
    };
    format!("{stem}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_decline() {
        for (month, genitive, dative, prepositional) in [
            (1, "января", "январю", "январе"),
            (3, "марта", "марту", "марте"),
            (5, "мая", "маю", "мае"),
            (8, "августа", "августу", "августе"),
        ] {
            let name = RUSSIAN[month - 1];
            assert_eq!(declined(name, Case::Genitive), genitive);
            assert_eq!(declined(name, Case::Dative), dative);
            assert_eq!(declined(name, Case::Prepositional), prepositional);
            assert_eq!(declined(name, Case::Nominative), name);
        }
    }
}
