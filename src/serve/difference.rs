//! What has changed between two texts of a design, in plain words.

use loyalsim::design::{Design, Distribution, Element, Number};
use loyalsim::words::{Value, Words, capital};
use std::collections::BTreeMap;

/// Digits of a number that is told.
const DIGITS: usize = 6;

/// The changes from one design to another, a sentence each.
pub fn differences(
    before: &Design,
    after: &Design,
    (old, new): (&str, &str),
    words: Words<'_>,
) -> Vec<String> {
    let mut told = Vec::new();
    let (lost, won) = (elements(before), elements(after));
    let kinds: Vec<&String> = lost.keys().chain(won.keys()).collect();
    let mut moved = Vec::new();
    for kind in kinds {
        let count = |of: &BTreeMap<String, usize>| of.get(kind).copied().unwrap_or(0);
        let key = match count(&lost).cmp(&count(&won)) {
            std::cmp::Ordering::Less => "open-added",
            std::cmp::Ordering::Greater => "open-removed",
            std::cmp::Ordering::Equal => continue,
        };
        if !moved.contains(&kind) {
            moved.push(kind);
            told.push(words.say(key, &[("what", words.name("element", kind).into())]));
        }
    }
    // numbers of elements that have come or gone tell nothing beyond that
    let apart = |path: &str| moved.iter().any(|kind| path.starts_with(&format!("program.{kind}[")));
    for (path, number) in numbers(after).into_iter().filter(|(path, _)| !apart(path)) {
        let was = before.numbers.find(path).map(|id| &before.numbers[id]);
        if let Some(was) = was.filter(|was| was.distribution != number.distribution) {
            told.push(change(after, path, was, number, words));
        }
    }
    told.extend(changed_words(after, old, new, words));
    told
}

fn numbers(design: &Design) -> Vec<(&str, &Number)> {
    design.numbers.iter().map(|(_, number)| (number.path.as_str(), number)).collect()
}

/// How many elements of each kind.
fn elements(design: &Design) -> BTreeMap<String, usize> {
    let kind = |element: &Element| -> String {
        let path = element.path.strip_prefix("program.").unwrap_or(&element.path);
        path.split('[').next().unwrap_or(path).to_owned()
    };
    let mut all = BTreeMap::new();
    for element in design.program.iter().flat_map(|program| &program.elements) {
        *all.entry(kind(element)).or_insert(0) += 1;
    }
    all
}

fn change(design: &Design, path: &str, was: &Number, is: &Number, words: Words<'_>) -> String {
    let told = |of: &Distribution| -> Value {
        let one = |value: f64| words.number_value(path, value, DIGITS);
        match of.values()[..] {
            [low, .., high] => format!("{} ({}–{})", one(of.central()), one(low), one(high)).into(),
            _ => one(of.central()).into(),
        }
    };
    let what = capital(&words.number(&design.readable(path)));
    said(words, what, told(&was.distribution), told(&is.distribution))
}

fn said(words: Words<'_>, what: String, from: Value, to: Value) -> String {
    words.say("open-changed", &[("what", what.into()), ("from", from), ("to", to)])
}

/// Words and months that were chosen anew.
fn changed_words(design: &Design, old: &str, new: &str, words: Words<'_>) -> Vec<String> {
    let elements = design.program.iter().flat_map(|program| &program.elements);
    let places = std::iter::once("program").chain(elements.map(|element| element.path.as_str()));
    let all = places.flat_map(|path| super::texts::words_of(design, new, path, words));
    let changed = all.filter_map(|word| {
        let was = super::texts::stated(old, &design.address(&word.path).ok()?)?;
        let same = was == word.value;
        (!same).then(|| said(words, word.name.clone(), word.said(&was, words), word.said(&word.value, words)))
    });
    changed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::changes::{Change, changed};
    use loyalsim::words::{Language, breakable};

    fn told(old: &str, new: &str, language: Language) -> Vec<String> {
        let (before, after) = (Design::parse(old).unwrap(), Design::parse(new).unwrap());
        let words = Words::new(language).with_currency(&after.currency);
        let all = differences(&before, &after, (old, new), words);
        all.iter().map(|text| breakable(text)).collect()
    }

    #[test]
    fn changes_are_told_in_words() {
        let old = include_str!("../../scenarios/coffee.toml");
        let make = |text: &str, change: &Change| changed(text, change, Language::En).unwrap().text;
        let place = |path: &str| path.to_owned();
        let new = make(old, &Change::Move { path: place("program.special_offer[0].discount"), to: 5.0 });
        let new = make(&new, &Change::Remove { path: place("program.messages[0]") });
        let new = make(&new, &Change::Choose { path: place("program.launch"), to: place("2018-09") });
        let said = told(old, &new, Language::En);
        assert_eq!(said.len(), 3, "{said:?}");
        assert_eq!(said[0], "Removed: messages");
        assert!(said[1].contains("9.7 % → 5 %"), "{said:?}");
        assert!(said[2].contains("July 2018 → September 2018"), "{said:?}");
        assert!(told(old, &new, Language::Ru)[1].contains("9,7 % → 5 %"));
        assert!(told(old, old, Language::En).is_empty());
    }
}
