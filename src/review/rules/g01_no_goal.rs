//! G01: Nobody has said what the program is for.

use super::{Action, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

/// Nobody has said what the program is for.
pub const RULE: Rule = Rule {
    code: "G01",
    severity: Severity::Critical,
    support: Support::Opinion,
    source: "Us 2008 (quoted by Kharsky): half of the companies did not know what for",
    messages: ["rule-g01", "rule-g01-found", "rule-g01-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::plain(facts.program().is_some() && facts.design.goals.is_empty(), || {
        Weakness::at("goal").stake(facts.money(Fact::ProgramCost)).act(Action::to_organise("action-state-goals"))
    })
}
