//! G14: Points are a debt, but nobody has said how they are booked.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::{KindFacts, PlanItem};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule =
    Rule { code: Code("G14"), severity: Severity::Moderate, support: Support::Rule, algorithm: false, judge };

fn judge(facts: &Facts) -> Judgement {
    if !facts.any(KindFacts::owes) {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Accounting), || {
        Weakness::at("plan.accounting")
            .stake(facts.money(Fact::Breakage))
            .act(Action::to_organise("action-book-points"))
    })
}
