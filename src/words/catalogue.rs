//! What the keys of the design format mean: English stands in the catalogue itself, every other language in a file of its own,
//! keyed by path.

use super::{Language, Words};
use crate::design::{Catalogue, Key};
use crate::units::KeyUnit;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The words of one key in another language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    /// What the key means.
    meaning: String,
    /// What to do about a wrong value, where the catalogue says it.
    #[serde(default)]
    remedy: String,
    /// Where the default comes from, where the catalogue says it.
    #[serde(default)]
    source: String,
}

/// All words of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Units by their English words.
    unit: BTreeMap<String, String>,
    /// Ready mixes of causes by name.
    preset: BTreeMap<String, SaidOfPreset>,
    /// Keys by path.
    key: BTreeMap<String, Said>,
}

/// The words of a ready mix of causes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SaidOfPreset {
    /// Where it comes from.
    source: String,
}

// A file that cannot be read would leave English in its place; a test reads it strictly.
static RU: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("ru/catalogue.toml")).unwrap_or_default());

impl Words<'_> {
    /// What the key at `path` of a design means, in one sentence.
    pub fn meaning(self, path: &str) -> String {
        self.of_key(path, |key| &key.meaning, |said| &said.meaning)
    }

    /// What to do about a wrong value of the key at `path`; empty if the catalogue has no more to say than the meaning.
    pub fn remedy(self, path: &str) -> String {
        self.of_key(path, |key| key.remedy.as_deref().unwrap_or_default(), |said| &said.remedy)
    }

    /// Where the default of the key at `path` comes from; `english` where it is none of the key's own, but of a ready mix of causes.
    pub(super) fn source_of_default(self, path: &str, english: &str) -> String {
        let own = self.of_key(path, |key| &key.source, |said| &said.source);
        if !own.is_empty() {
            return own;
        }
        let preset = Catalogue::get().presets().iter().find(|preset| preset.source == english);
        let said = match self.language() {
            Language::En => None,
            Language::Ru => preset.and_then(|preset| RU.preset.get(&preset.name)),
        };
        said.map_or_else(|| english.to_owned(), |said| said.source.clone())
    }

    /// The unit of a number of a design, with money in `currency`: `EUR per purchase`.
    pub fn unit_in(self, unit: &KeyUnit, currency: &str) -> String {
        let said = match self.language() {
            Language::En => None,
            Language::Ru => RU.unit.get(unit.text()),
        };
        said.map_or_else(|| unit.in_currency(currency), |said| said.replacen("деньги", currency, 1))
    }

    /// In English where another language has no words for it.
    fn of_key(self, path: &str, english: fn(&Key) -> &str, other: fn(&Said) -> &str) -> String {
        let Some(key) = Catalogue::get().find_or_parent(path) else { return String::new() };
        let said = match self.language() {
            Language::En => None,
            Language::Ru => RU.key.get(&key.path),
        };
        said.map(other).filter(|said| !said.is_empty()).unwrap_or_else(|| english(key)).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever adds a key to the catalogue says it in every language.
    #[test]
    fn every_key_is_said_in_russian() {
        let file: File = toml::from_str(include_str!("ru/catalogue.toml")).unwrap();
        let keys = Catalogue::get().keys();
        for key in keys {
            let said =
                file.key.get(&key.path).unwrap_or_else(|| panic!("{} is not in ru/catalogue.toml", key.path));
            assert!(!said.meaning.is_empty(), "{}: meaning", key.path);
            assert_eq!(said.remedy.is_empty(), key.remedy.is_none(), "{}: remedy", key.path);
            assert_eq!(said.source.is_empty(), key.source.is_empty(), "{}: source", key.path);
            let unit = key.unit.text();
            assert!(unit.is_empty() || file.unit.contains_key(unit), "unit \"{unit}\"");
        }
        assert!(Catalogue::get().presets().iter().all(|preset| file.preset.contains_key(&preset.name)));
        let known = |path: &String| keys.iter().any(|key| key.path == *path);
        let gone: Vec<_> = file.key.keys().filter(|path| !known(path)).collect();
        assert!(gone.is_empty(), "no longer in catalogue.toml: {gone:?}");
        let used = |unit: &String| keys.iter().any(|key| key.unit.text() == unit);
        let unused: Vec<_> = file.unit.keys().filter(|unit| !used(unit)).collect();
        assert!(unused.is_empty(), "units that no key has: {unused:?}");
    }

    #[test]
    fn money_is_told_by_its_currency() {
        let said = |language, unit: &str| {
            let unit = KeyUnit::try_from(unit.to_owned()).unwrap();
            Words::new(language).unit_in(&unit, "RUB")
        };
        assert_eq!(said(Language::En, "money per purchase"), "RUB per purchase");
        assert_eq!(said(Language::Ru, "money per purchase"), "RUB за покупку");
        assert_eq!(said(Language::Ru, "money"), "RUB");
        assert_eq!(said(Language::Ru, "share of revenue"), "доля выручки");
    }
}
