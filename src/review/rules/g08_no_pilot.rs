//! G08: The program starts everywhere at once, on numbers that nobody has measured.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Basis, PlanItem};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Interval;

pub const RULE: Rule = Rule {
    code: Code("G08"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() || !facts.can_be_tried() {
        return Judgement::Absent;
    }
    let measured = facts.stated(Basis::Measured);
    let judgements = facts.stated(Basis::Assumed) + facts.stated(Basis::Folk);
    Judgement::plain(!facts.plans(PlanItem::Pilot) && judgements > measured, || {
        Weakness::at("plan.pilot")
            .formula("assumed", Form::Count, Interval::certain(judgements as f64))
            .formula("measured", Form::Count, Interval::certain(measured as f64))
            .stake(facts.money(Fact::Fixed))
            .act(Action::to_organise("action-pilot"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, LADDER, "[[program.points]]\nearn = 0.05\n[plan]\npilot = 'three shops'");
    }
}
