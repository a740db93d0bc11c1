//! G14: Points are a debt, but nobody has said how they are booked.

use super::{Action, Judgement, Rule, Weakness};
use crate::design::{ElementKind, PlanItem};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

/// Points are a debt, but nobody has said how they are booked.
pub const RULE: Rule = Rule {
    code: "G14",
    severity: Severity::Moderate,
    support: Support::Rule,
    source: "IFRS 15: points are deferred revenue",
    messages: ["rule-g14", "rule-g14-found", "rule-g14-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if !facts.has(|kind| matches!(kind, ElementKind::Points { .. } | ElementKind::GiftCard { .. })) {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Accounting), || {
        Weakness::at("plan.accounting").stake(facts.money(Fact::Breakage)).act(Action::to_organise("action-book-points"))
    })
}
