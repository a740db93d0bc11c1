//! G01: Nobody has said what the program is for.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G01"),
    severity: Severity::Critical,
    support: Support::Opinion,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::plain(facts.program().is_some() && facts.design.goals.is_empty(), || {
        Weakness::at("goal")
            .stake(facts.money(Fact::ProgramCost))
            .act(Action::to_organise("action-state-goals"))
    })
}
