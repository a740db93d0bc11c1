//! G18: Partners take part, but the plan states no terms.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Partner, PlanItem};
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G18"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if !facts.has::<Partner>() {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Partners), || {
        Weakness::at("plan.partners").act(Action::to_organise("action-write-partner-terms"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\n[[program.partner]]\nearned_elsewhere = 0.2",
            "[[program.points]]\nearn = 0.05\n[[program.partner]]\nearned_elsewhere = 0.2\n[plan]\npartners = 'a bank'",
        );
    }
}
