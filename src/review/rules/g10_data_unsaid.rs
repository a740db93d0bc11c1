//! G10: Members are known by name, but the plan says nothing about consent.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G10"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if !facts.knows_members() {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Consent), || {
        Weakness::at("plan.consent").act(Action::to_organise("action-ask-consent"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, LADDER, "[[program.points]]\nearn = 0.05\n[plan]\nconsent = 'signed'");
    }
}
