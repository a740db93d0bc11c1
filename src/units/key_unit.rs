//! The unit of a key of the design format, written as its readers see it.

use super::{Period, Unit};
use serde::Deserialize;

/// What a key's number counts, per what, and how readers are told.
///
/// Written in one phrase: `money per member and year`, `share of the price`. Its first words say what is counted; a period
/// or things follow `per`; the rest is for readers alone. What is no number (a text, a table) has the empty unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct KeyUnit {
    /// What is counted; `None` where another key says it: a goal's threshold counts what its metric counts.
    pub kind: Option<Unit>,
    /// By which time it is counted.
    pub period: Option<Period>,
    /// Whether it is counted for each of many: purchases, members, units of something else.
    pub each: bool,
    text: String,
}

/// The text is not a unit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' begins with no word for something counted")]
pub struct NotAUnit(String);

/// How units begin, by what they count. The longest beginning that fits holds.
const BEGINNINGS: &[(Option<Unit>, &[&str])] = &[
    (Some(Unit::Money), &["money"]),
    (Some(Unit::Customers), &["customers"]),
    (Some(Unit::Share), &["share", "chance"]),
    (Some(Unit::NpsPoints), &["points of NPS"]),
    (Some(Unit::Months), &["months"]),
    (Some(Unit::Points), &["points"]),
    (
        Some(Unit::Count),
        &[
            "purchases",
            "visits",
            "messages",
            "prizes",
            "price wars",
            "employees",
            "steps",
            "data fields",
            "days",
            "weeks",
        ],
    ),
    (Some(Unit::LogRatio), &["log rate", "log risk", "log odds", "log chance"]),
    (
        Some(Unit::Number),
        &[
            "times",
            "multiple",
            "shape",
            "weight",
            "strength",
            "coefficient of variation",
            "rank correlation",
            "standard deviations",
            "relative to an average month",
            "part of word of mouth",
            "months of the year",
            "points of customer impression",
            "affective loyalty",
            "of affective loyalty",
            "pull",
            "0 to 1",
        ],
    ),
    (None, &["as the", "purchases or money", "customers, stores or cases"]),
];

impl KeyUnit {
    /// The unit as readers see it, money named by its `currency`.
    pub fn in_currency(&self, currency: &str) -> String {
        self.text.replacen("money", currency, 1)
    }

    /// The unit as readers of the format see it; empty for what is no number.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl TryFrom<String> for KeyUnit {
    type Error = NotAUnit;

    fn try_from(text: String) -> Result<Self, NotAUnit> {
        let (counted, per) = match text.strip_prefix("per ") {
            Some(per) => (None, per),
            None => match text.split_once(" per ") {
                Some((counted, per)) => (Some(counted), per),
                None => (Some(text.as_str()), ""),
            },
        };
        // `pull per month, 0 to 1`: the range is for readers.
        let per = per.split(',').next().unwrap_or(per);
        let parts = || per.split(" and ").filter(|part| !part.is_empty());
        let period = parts().find_map(period);
        let each = parts().any(|part| self::period(part).is_none());
        let kind = match (counted, period) {
            (Some(counted), _) => counts(counted).ok_or_else(|| NotAUnit(text.clone()))?,
            // A bare `per month` is a share by the month.
            (None, Some(_)) => Some(Unit::Share),
            (None, None) => Some(Unit::Number),
        };
        Ok(Self { kind, period, each, text })
    }
}

/// What a phrase counts; `None` if it begins with none of the words for it.
fn counts(phrase: &str) -> Option<Option<Unit>> {
    let fits = |beginning: &str| {
        phrase.strip_prefix(beginning).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
    };
    let all = BEGINNINGS.iter().flat_map(|(unit, words)| words.iter().map(move |word| (*word, *unit)));
    all.filter(|(word, _)| fits(word)).max_by_key(|(word, _)| word.len()).map(|(_, unit)| unit)
}

/// `month`, `month with a purchase`.
fn period(part: &str) -> Option<Period> {
    match part.split(' ').next() {
        Some("month") => Some(Period::Month),
        Some("year") => Some(Period::Year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_say_what_is_counted_per_what() {
        for (text, kind, period, each) in [
            ("money", Some(Unit::Money), None, false),
            ("money in twelve months", Some(Unit::Money), None, false),
            ("money per member and year", Some(Unit::Money), Some(Period::Year), true),
            ("money per month", Some(Unit::Money), Some(Period::Month), false),
            ("share of the price", Some(Unit::Share), None, false),
            ("chance per promoter and month", Some(Unit::Share), Some(Period::Month), true),
            ("per year", Some(Unit::Share), Some(Period::Year), false),
            ("per month with a purchase", Some(Unit::Share), Some(Period::Month), false),
            ("per unit of usual discount", Some(Unit::Number), None, true),
            ("points", Some(Unit::Points), None, false),
            ("points of NPS", Some(Unit::NpsPoints), None, false),
            ("points of customer impression per point of staff loyalty", Some(Unit::Number), None, true),
            ("months", Some(Unit::Months), None, false),
            ("months of the year", Some(Unit::Number), None, false),
            ("purchases per year", Some(Unit::Count), Some(Period::Year), false),
            ("log odds per unit of the share of proper contacts", Some(Unit::LogRatio), None, true),
            ("strength per unit of share", Some(Unit::Number), None, true),
            ("pull per month, 0 to 1", Some(Unit::Number), Some(Period::Month), false),
            ("purchases or money", None, None, false),
        ] {
            let found = KeyUnit::try_from(text.to_owned()).unwrap();
            assert_eq!((found.kind, found.period, found.each, found.text()), (kind, period, each, text));
        }
    }

    #[test]
    fn other_phrases_are_refused() {
        for text in ["", "moneybags", "sharing", "roubles per month", "the price"] {
            assert!(KeyUnit::try_from(text.to_owned()).is_err(), "{text}");
        }
    }

    #[test]
    fn readers_see_their_currency() {
        let unit = |text: &str| KeyUnit::try_from(text.to_owned()).unwrap();
        assert_eq!(unit("money per purchase").in_currency("RUB"), "RUB per purchase");
        assert_eq!(unit("share of the price").in_currency("RUB"), "share of the price");
    }
}
