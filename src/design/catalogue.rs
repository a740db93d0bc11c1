//! The catalogue of keys: what a design may say, within which bounds, and what holds if it says nothing.
//!
//! The data live in `catalogue.toml`; the reader, the schema and the explanations all follow them.

use super::numbers::{Basis, Cost, Distribution};
use super::study::StudyKind;
use crate::units::{KeyUnit, Range};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// What a key's value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A number that may be uncertain and sourced.
    Number,
    /// A list of such numbers.
    Numbers,
    /// A plain whole number.
    Integer,
    /// A text.
    Text,
    /// A calendar month, `"2026-03"`.
    Month,
    /// One of a few words.
    Choice,
    /// Names of segments.
    Segments,
    /// A list of texts.
    Texts,
    /// A list of whole numbers.
    Integers,
    /// A table of other keys.
    Table,
    /// A list of such tables.
    Tables,
    /// A table of names with shares that sum to 1.
    Shares,
}

/// What holds where a design says nothing.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Fallback {
    /// A certain number.
    Number(f64),
    /// A word, a text or a month.
    Text(String),
    /// A number between bounds, with its most likely value.
    Pert {
        /// Smallest value possible.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value possible.
        high: f64,
    },
    /// Shares by name.
    Shares(BTreeMap<String, f64>),
}

/// How one would learn a value that is uncertain today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum LearntBy {
    /// By a study of this kind.
    Study(StudyKind),
    /// No sample can tell.
    Nothing,
}

impl TryFrom<String> for LearntBy {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        let study = StudyKind::WORDS.iter().find(|(name, _)| *name == word);
        match study {
            Some((_, kind)) => Ok(Self::Study(*kind)),
            None if word == "nothing" => Ok(Self::Nothing),
            None => Err(format!("'{word}' is no way to learn a number")),
        }
    }
}

/// One key of the design format.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Where it stands: `business.nps`; lists as `segment[].basket`; `program.*[].from` in any element.
    pub path: String,
    /// What its value is.
    pub kind: Kind,
    /// Unit of the value.
    #[serde(default)]
    pub unit: KeyUnit,
    /// Which cost of the program it is.
    pub cost: Option<Cost>,
    /// Whether what this cost pays for draws customers: more of it is a gift, not a waste.
    #[serde(default)]
    pub draws: bool,
    /// How one would learn the value; where a key says nothing, its table does.
    pub learnt_by: Option<LearntBy>,
    /// Smallest value allowed.
    pub min: Option<f64>,
    /// Largest value allowed.
    pub max: Option<f64>,
    /// How many numbers a list has.
    pub count: Option<usize>,
    /// What holds if the key is left out.
    pub default: Option<Fallback>,
    /// The key whose value holds if this one is left out.
    pub inherits: Option<String>,
    /// The key that says the same in other words: one of the two must be given, and not both.
    pub instead_of: Option<String>,
    /// Whether the key may be left out although it has no default.
    #[serde(default)]
    pub optional: bool,
    /// The words allowed, or the names allowed in a table of shares.
    #[serde(default)]
    pub choices: Vec<String>,
    /// How well the default is supported.
    pub basis: Option<Basis>,
    /// Where the default comes from.
    #[serde(default)]
    pub source: String,
    /// What the key means, in one sentence.
    pub meaning: String,
    /// What to do about a wrong value, in one short sentence.
    pub remedy: Option<String>,
}

impl Key {
    /// The values allowed.
    pub fn range(&self) -> Range {
        Range { min: self.min.unwrap_or(f64::NEG_INFINITY), max: self.max.unwrap_or(f64::INFINITY) }
    }

    /// The distribution of a number that the design leaves out.
    pub fn default_distribution(&self) -> Option<Distribution> {
        match self.default {
            Some(Fallback::Number(value)) => Some(Distribution::Fixed(value)),
            Some(Fallback::Pert { low, mode, high }) => Some(Distribution::Pert { low, mode, high }),
            _ => None,
        }
    }

    /// The text, word or month that holds if the design leaves it out.
    pub fn default_text(&self) -> Option<&str> {
        match &self.default {
            Some(Fallback::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether a design must say it.
    pub fn is_required(&self) -> bool {
        self.default.is_none() && self.inherits.is_none() && self.instead_of.is_none() && !self.optional
    }

    /// Whether it costs money and does nothing else.
    pub fn only_costs(&self) -> bool {
        self.cost.is_some() && !self.draws
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or(&self.path).trim_end_matches("[]")
    }

    /// The path of the table the key stands in; empty at the top.
    pub fn parent(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(parent, _)| parent)
    }
}

/// A ready mix of causes of leaving.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// Its word in `churn.preset`.
    pub name: String,
    /// Share of each cause among those who leave.
    pub causes: BTreeMap<String, f64>,
    /// How well it is supported.
    pub basis: Basis,
    /// Where it comes from.
    pub source: String,
    /// What it stands for, in a few words.
    pub meaning: String,
}

/// Keys of `[program]` that `[today]` does not have.
pub(super) const ONLY_PROPOSED: [&str; 5] = ["launch", "stop", "changes", "without", "transition"];

/// All keys of the format.
#[derive(Debug)]
pub struct Catalogue {
    keys: Vec<Key>,
    presets: Vec<Preset>,
    by_path: HashMap<String, usize>,
}

#[derive(Deserialize)]
struct File {
    key: Vec<Key>,
    preset: Vec<Preset>,
}

#[expect(clippy::expect_used, reason = "the file is part of the program; a test parses it")]
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("catalogue.toml")).expect("catalogue.toml is valid");
    let by_path = file.key.iter().enumerate().map(|(i, key)| (key.path.clone(), i)).collect();
    Catalogue { keys: file.key, presets: file.preset, by_path }
});

impl Catalogue {
    /// The catalogue shipped with the program.
    pub fn get() -> &'static Self {
        &CATALOGUE
    }

    /// All keys in the order of the file.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The ready mixes of causes.
    pub fn presets(&self) -> &[Preset] {
        &self.presets
    }

    /// The key at `path`; indices count for nothing: `segment[2].basket` is `segment[].basket`.
    pub fn find(&self, path: &str) -> Option<&Key> {
        let plain = without_indices(path);
        let known = |plain: &str| {
            self.by_path
                .get(plain)
                .or_else(|| self.by_path.get(&of_any_element(plain)?))
                .map(|&i| &self.keys[i])
        };
        known(&plain).or_else(|| known(&as_proposed(&plain)?))
    }

    /// Whether what stands at `path` is a number, uncertain or not.
    pub fn is_number(&self, path: &str) -> bool {
        let kind = self.find_or_parent(path).map(|key| key.kind);
        matches!(kind, Some(Kind::Number | Kind::Numbers | Kind::Integer | Kind::Shares))
    }

    /// The number that holds if a design says nothing at `path`: the central value of its default; NaN where there is none.
    pub fn usual(&self, path: &str) -> f64 {
        let default = self.find(path).and_then(Key::default_distribution);
        default.map_or(f64::NAN, |distribution| distribution.central())
    }

    /// How one would learn the number at `path`: as its key says, or the nearest table around it.
    pub fn learnt_by(&self, path: &str) -> LearntBy {
        let tables = std::iter::successors(Some(path), |path| Some(path.rsplit_once('.')?.0));
        let plain = tables.map(without_indices);
        let said = plain.filter_map(|path| self.find(path.trim_end_matches("[]"))?.learnt_by).next();
        said.unwrap_or(LearntBy::Nothing)
    }

    /// The key at `path`, or the table of shares or list of numbers that `path` is a member of.
    pub fn find_or_parent(&self, path: &str) -> Option<&Key> {
        self.find(path).or_else(|| {
            // The member's name is the user's: it may have dots and brackets of its own.
            let mut tables = path.match_indices('.').map(|(at, _)| &path[..at]);
            let parent = tables.find_map(|path| self.find(path).filter(|key| key.kind == Kind::Shares));
            let list = path.rsplit_once('[').map(|(list, _)| list);
            parent.or_else(|| list.and_then(|path| self.find(path)).filter(|key| key.kind == Kind::Numbers))
        })
    }
}

/// `program.points[].from` → `program.*[].from`.
fn of_any_element(path: &str) -> Option<String> {
    let (_, key) = path.strip_prefix("program.")?.split_once("[].")?;
    Some(format!("program.*[].{key}"))
}

/// `today.points[].earn` → `program.points[].earn`: what both programs have.
fn as_proposed(path: &str) -> Option<String> {
    let key = path.strip_prefix("today.")?;
    let first = key.split('.').next()?;
    (!ONLY_PROPOSED.contains(&first)).then(|| format!("program.{key}"))
}

/// `segment[2].basket` → `segment[].basket`.
fn without_indices(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut inside = false;
    for c in path.chars() {
        inside = match c {
            '[' => true,
            ']' => false,
            _ => inside,
        };
        if !inside || c == '[' {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_are_ignored() {
        assert_eq!(without_indices("program.points[12].earn"), "program.points[].earn");
        assert_eq!(without_indices("a.tiers[1].steps[0].discount"), "a.tiers[].steps[].discount");
        assert!(Catalogue::get().find("segment[3].basket").is_some());
    }

    /// Of a range with a most likely value it is that one: the mean of 0.8, 1.4 and 2.2 is a little more. What has no default, or is no key, has no usual value.
    #[test]
    fn what_is_usual_is_the_central_value() {
        let usual = |path| Catalogue::get().usual(path);
        assert_eq!(usual("behaviour.loss_aversion"), 1.3);
        assert_eq!(usual("behaviour.price_response"), 1.4);
        assert_eq!(usual("program.points[3].cost_share"), 1.0);
        assert!(usual("program.points[].earn").is_nan() && usual("behaviour.unheard_of").is_nan());
    }

    #[test]
    fn every_number_has_a_unit_and_says_how_it_is_learnt() {
        let catalogue = Catalogue::get();
        for key in catalogue.keys() {
            assert!(!catalogue.is_number(&key.path) || !key.unit.text().is_empty(), "{}: unit", key.path);
            assert!(key.cost.is_none() || key.path.starts_with("program."), "{}: cost", key.path);
            assert!(key.cost.is_some() || !key.draws, "{}: draws", key.path);
        }
        let learnt = |path| catalogue.learnt_by(path);
        assert_eq!(learnt("business.gross_margin"), LearntBy::Study(StudyKind::Records));
        assert_eq!(learnt("business.cost_of_capital"), LearntBy::Nothing);
        assert_eq!(learnt("churn.causes.price"), LearntBy::Study(StudyKind::Survey));
        assert_eq!(learnt("segment[1].categories.split"), LearntBy::Study(StudyKind::Survey));
        assert_eq!(learnt("program.tiers[0].steps[2].discount"), LearntBy::Study(StudyKind::AbTest));
        assert_eq!(learnt("rival[0].probability"), LearntBy::Nothing);
    }

    #[test]
    fn every_key_is_whole() {
        let catalogue = Catalogue::get();
        assert_eq!(catalogue.by_path.len(), catalogue.keys.len(), "a path stands twice");
        for key in catalogue.keys() {
            assert!(key.meaning.len() > 10, "{}: meaning", key.path);
            assert!(key.range().min <= key.range().max, "{}: range", key.path);
            if let Some(distribution) = key.default_distribution() {
                assert!(
                    distribution.values().iter().all(|&x| key.range().contains(x)),
                    "{}: default",
                    key.path
                );
            }
            let supported = key.basis.is_some() && !key.source.is_empty();
            assert!(supported || key.default.is_none(), "{}: basis and source", key.path);
            if let Some(inherited) = &key.inherits {
                assert!(catalogue.find(inherited).is_some(), "{}: inherits", key.path);
            }
            if let Some(Fallback::Shares(shares)) = &key.default {
                assert!((shares.values().sum::<f64>() - 1.0).abs() < 1e-9, "{}: shares", key.path);
            }
            if key.kind == Kind::Choice {
                assert!(!key.choices.is_empty(), "{}: choices", key.path);
                assert!(
                    key.default_text().is_none_or(|d| key.choices.iter().any(|c| c == d)),
                    "{}",
                    key.path
                );
            }
        }
        for preset in catalogue.presets() {
            assert!((preset.causes.values().sum::<f64>() - 1.0).abs() < 0.005, "{}: shares", preset.name);
        }
    }
}
