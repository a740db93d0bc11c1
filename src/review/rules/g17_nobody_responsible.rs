//! G17: Nobody answers for the program.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G17"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
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
