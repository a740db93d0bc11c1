//! G09: Members are promised points or status, but no terms are written down.

use super::{Action, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::design::{ElementKind, PlanItem};
use crate::review::facts::{Fact, Facts};

/// Members are promised points or status, but no terms are written down.
pub const RULE: Rule = Rule {
    code: "G09",
    severity: Severity::Moderate,
    support: Support::Rule,
    source: "consumer law: expiry and changes of terms must be disclosed; IFRS 15 for the points",
    messages: ["rule-g09", "rule-g09-found", "rule-g09-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let promises = facts.has(|kind| matches!(kind, ElementKind::Points { .. } | ElementKind::Tiers { .. }));
    if !promises {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Terms), || {
        Weakness::at("plan.terms").stake(facts.money(Fact::Breakage)).act(Action::to_organise("action-write-terms"))
    })
}
