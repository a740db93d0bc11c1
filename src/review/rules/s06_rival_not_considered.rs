//! S06: The design has no rival: nobody opens next door, nobody answers.

use super::{Action, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

/// The design has no rival: nobody opens next door, nobody answers.
pub const RULE: Rule = Rule {
    code: "S06",
    severity: Severity::Moderate,
    support: Support::Published,
    source: "Meyer-Waarden 2007; Leenheer et al. 2007: rivals' programs cut the effect",
    messages: ["rule-s06", "rule-s06-found", "rule-s06-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    Judgement::plain(facts.design.rivals.is_empty(), || {
        Weakness::at("rival").stake(facts.money(Fact::RivalCost)).act(Action::to_organise("action-name-rivals"))
    })
}
