//! G02: The goals name a wish, but no price: none of them is about money.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::Metric;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G02"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.design.goals.is_empty() {
        return Judgement::Absent;
    }
    let money = facts.design.goals.iter().any(|goal| matches!(goal.metric, Metric::NetEffect | Metric::Npv));
    Judgement::plain(!money, || {
        Weakness::at("goal")
            .stake(facts.money(Fact::ProgramCost))
            .act(Action::to_organise("action-state-price"))
    })
}
