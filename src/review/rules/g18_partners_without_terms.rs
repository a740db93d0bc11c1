//! G18: Partners take part, but nobody has said on which terms and how one parts.

use super::{Action, Judgement, Rule, Weakness};
use crate::design::{ElementKind, PlanItem};
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

/// Partners take part, but nobody has said on which terms and how one parts.
pub const RULE: Rule = Rule {
    code: "G18",
    severity: Severity::Moderate,
    support: Support::Opinion,
    source: "practitioners' audits of coalitions",
    messages: ["rule-g18", "rule-g18-found", "rule-g18-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if !facts.has(|kind| matches!(kind, ElementKind::Partner { .. })) {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Partners), || {
        Weakness::at("plan.partners").act(Action::to_organise("action-write-partner-terms"))
    })
}
