//! G14: Points are a liability, but the plan does not say how they are accounted for.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{KindFacts, PlanItem};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G14"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, POINTS, "[[program.points]]\nearn = 0.05\n[plan]\naccounting = 'deferred'");
    }
}
