//! G16: One segment and no branch: the average hides where it works.

use super::{Action, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

/// One segment and no branch: the average hides where it works.
pub const RULE: Rule = Rule {
    code: "G16",
    severity: Severity::Moderate,
    support: Support::Opinion,
    source: "practitioners: measure by branch, segment and employee",
    messages: ["rule-g16", "rule-g16-found", "rule-g16-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    Judgement::plain(facts.design.segments.len() == 1 && facts.design.branches.is_empty(), || {
        Weakness::at("segment").act(Action::to_organise("action-split-the-average"))
    })
}
