//! G18: Partners take part, but nobody has said on which terms and how one parts.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::{Partner, PlanItem};
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G18"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if !facts.has::<Partner>() {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Partners), || {
        Weakness::at("plan.partners").act(Action::to_organise("action-write-partner-terms"))
    })
}
