//! S06: The design has no rival: nobody opens next door, nobody answers.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("S06"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    Judgement::plain(facts.design.rivals.is_empty(), || {
        Weakness::at("rival")
            .stake(facts.money(Fact::RivalCost))
            .act(Action::to_organise("action-name-rivals"))
    })
}
