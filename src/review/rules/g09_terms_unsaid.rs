//! G09: Members are promised points or status, but no terms are written down.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::{PlanItem, Points, Tiers};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule =
    Rule { code: Code("G09"), severity: Severity::Moderate, support: Support::Rule, algorithm: false, judge };

fn judge(facts: &Facts) -> Judgement {
    let promises = facts.has::<Points>() || facts.has::<Tiers>();
    if !promises {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Terms), || {
        Weakness::at("plan.terms")
            .stake(facts.money(Fact::Breakage))
            .act(Action::to_organise("action-write-terms"))
    })
}
