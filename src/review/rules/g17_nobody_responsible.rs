//! G17: Nobody answers for the program.

use super::{Action, Judgement, Rule, Weakness};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

/// Nobody answers for the program.
pub const RULE: Rule = Rule {
    code: "G17",
    severity: Severity::Moderate,
    support: Support::Opinion,
    source: "practitioners' audits: a person with a name and a budget",
    messages: ["rule-g17", "rule-g17-found", "rule-g17-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Responsible), || {
        Weakness::at("plan.responsible").act(Action::to_organise("action-name-somebody"))
    })
}
