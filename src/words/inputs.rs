//! What a sensitivity analysis divides a spread among, by name.

use super::{Value, Words};
use crate::decide::Measure;
use crate::decide::sensitivity::Kind;

/// Members of a group that are named one by one.
const NAMED: usize = 3;

impl Words<'_> {
    /// An input in the middle of a sentence: a number, or a group of numbers.
    pub fn input(self, kind: Kind, paths: &[String]) -> String {
        let names = || {
            let mut names: Vec<String> = paths.iter().take(NAMED).map(|path| self.path(path)).collect();
            names.extend((paths.len() > NAMED).then(|| "…".to_owned()));
            [("names", Value::from(names.join(", ")))]
        };
        match kind {
            Kind::Number => paths.first().map_or(String::new(), |path| self.path(path)),
            Kind::Shares => self.say("sense-sum", &names()),
            Kind::Correlated => self.say("sense-joined", &names()),
            Kind::Rest => self.say("sense-rest", &[("count", paths.len().into())]),
            Kind::Luck => self.say("sense-luck", &[]),
        }
    }

    /// What a number of a design is called: its path, without what every number of a program has in common.
    pub fn path(self, path: &str) -> String {
        path.strip_prefix("program.").map_or_else(|| path.to_owned(), |rest| rest.replacen("[0]", "", 1))
    }

    /// A value of the number at a path, to three digits.
    pub fn path_value(self, _path: &str, value: f64) -> String {
        self.significant(value, 3)
    }

    /// What a measure is called in the middle of a sentence.
    pub fn measured(self, measure: Measure) -> String {
        self.name("metric", &measure.key())
    }
}
