//! What a sensitivity analysis divides a spread among, by name.

use super::{Value, Words};
use crate::decide::sensitivity::Kind;

/// Members of a group that are named one by one.
const NAMED: usize = 3;

impl Words<'_> {
    /// An input in the middle of a sentence: a number, or a group of numbers.
    pub fn input(self, kind: Kind, paths: &[String]) -> String {
        let names = || {
            let named: Vec<String> = paths.iter().take(NAMED).map(|path| self.number(path)).collect();
            [("names", Value::from(self.and_more(named.join(" + "), paths.len().saturating_sub(NAMED))))]
        };
        match kind {
            Kind::Number => paths.first().map_or(String::new(), |path| self.number(path)),
            Kind::Shares => self.say("sense-sum", &names()),
            Kind::Correlated => self.say("sense-joined", &names()),
            Kind::Rest => self.say("sense-rest", &[("count", paths.len().into())]),
            Kind::Events => self.say("sense-events", &[]),
            Kind::Luck => self.say("sense-luck", &[]),
        }
    }
}
