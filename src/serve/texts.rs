//! Words and months of a design that can be chosen: when a program begins, what adds up, who may use an element.

use loyalsim::design::Design;
use loyalsim::words::{Value, Words, capital};
use serde::Serialize;

/// A word or a month that can be chosen.
#[derive(Debug, Clone, Serialize)]
pub struct Word {
    /// Where it stands.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// What the design says.
    pub value: String,
    /// The words to choose from; none for a month.
    options: Vec<(String, String)>,
}

impl Word {
    /// One of its values for readers.
    pub fn said(&self, value: &str, words: Words<'_>) -> Value {
        let option = self.options.iter().find(|(word, _)| word == value);
        let month = || value.parse().map_or_else(|_| value.to_owned(), |month| words.month(month));
        option.map_or_else(month, |(_, name)| name.clone()).into()
    }
}

/// Keys with their words; months have none.
const KEYS: [(&str, &[&str]); 6] = [
    ("launch", &[]),
    ("stop", &[]),
    ("stacking", &["best", "sum"]),
    ("until", &[]),
    ("by", &["purchases", "spend"]),
    ("open_to", &["everyone", "members"]),
];

/// The words that the design states in the table at `path`, of the program or of an element.
pub fn words_of(design: &Design, text: &str, path: &str, words: Words<'_>) -> Vec<Word> {
    let known = KEYS.iter().filter(|_| path.starts_with("program"));
    let stated = known.filter_map(|(key, options)| {
        let place = format!("{path}.{key}");
        let value = stated(text, &design.address(&place).ok()?)?;
        Some(Word {
            name: capital(&name(key, &place, words)),
            path: place,
            value,
            options: options.iter().map(|word| option(key, word, words)).collect(),
        })
    });
    stated.collect()
}

/// What a word is called: as a change of it, or by its place.
fn name(key: &str, place: &str, words: Words<'_>) -> String {
    let changed = words.has(&format!("moved-{}", key.replace('_', "-")));
    if changed { words.name("moved", key) } else { words.number(place) }
}

fn option(key: &str, word: &str, words: Words<'_>) -> (String, String) {
    (word.to_owned(), capital(&words.name("setting", &format!("{key}-{word}"))))
}

/// The text that a design states at a whole path.
pub fn stated(text: &str, path: &str) -> Option<String> {
    let whole = toml::Value::Table(text.parse().ok()?);
    let value = path.split('.').try_fold(&whole, |value, step| {
        let (key, index) = step.split_once('[').map_or((step, None), |(key, at)| (key, Some(at)));
        let value = value.get(key)?;
        match index {
            Some(index) => value.get(index.trim_end_matches(']').parse::<usize>().ok()?),
            None => Some(value),
        }
    })?;
    value.as_str().map(str::to_owned)
}
