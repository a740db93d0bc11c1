//! The name of a rule, and the keys of its messages, which follow from it.

use serde::Serialize;

/// Letter of its domain and a number, such as `D03`: A algorithms (rules that contradict or invite gaming), D discounts, E economics,
/// G governance, J joining, M messages, P points, S service and market, T tiers, V evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Code(pub &'static str);

impl Code {
    /// The weakness in a few words: `rule-d03`.
    pub fn title(self) -> String {
        format!("rule-{}", self.0.to_lowercase())
    }

    /// What was found, with the rule's numbers: `rule-d03-found`.
    pub fn found(self) -> String {
        self.title() + "-found"
    }

    /// Why it matters: `rule-d03-why`.
    pub fn why(self) -> String {
        self.title() + "-why"
    }

    /// Author and year, or who holds the opinion: `rule-d03-source`.
    pub fn source(self) -> String {
        self.title() + "-source"
    }

    /// The keys of all its messages.
    pub fn messages(self) -> [String; 4] {
        [self.title(), self.found(), self.why(), self.source()]
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}
