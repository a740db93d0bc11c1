//! G16: One segment and no branch: the average hides where it works.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G16"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
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
