//! G07: There is no control group, so the effect can never be measured.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G07"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() || !facts.can_be_tried() {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::ControlGroup), || {
        Weakness::at("plan.control_group")
            .stake(0.1 * facts.money(Fact::ProgramCost))
            .act(Action::to_organise(facts.control_group()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, LADDER, "[[program.points]]\nearn = 0.05\n[plan]\ncontrol_group = 'a tenth'");
    }
}
