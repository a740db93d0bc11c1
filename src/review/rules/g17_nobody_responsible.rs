//! G17: The program has no named owner.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G17"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Responsible), || {
        Weakness::at("plan.responsible").act(Action::to_organise("action-name-somebody"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, POINTS, "[[program.points]]\nearn = 0.05\n[plan]\nresponsible = 'Anna'");
    }
}
