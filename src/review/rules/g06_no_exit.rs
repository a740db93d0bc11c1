//! G06: There is no plan for ending the program.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Interval;
use crate::units::Money;

pub const RULE: Rule = Rule {
    code: Code("G06"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let Some(program) = facts.program() else { return Judgement::Absent };
    Judgement::plain(program.stop.is_none() && !facts.plans(PlanItem::Exit), || {
        if !facts.played {
            return Weakness::at("plan.exit")
                .saying("rule-g06-unplayed")
                .act(Action::to_organise("action-plan-exit"));
        }
        let stake = facts.get(Fact::ClosingCost).unwrap_or(Interval::certain(0.0));
        Weakness::at("plan.exit")
            .run("cost", Form::Money, stake)
            .stake(Money::new(stake.value))
            .act(Action::to_organise("action-plan-exit"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, LADDER, "stop = '2028-01'\n[[program.points]]\nearn = 0.05");
    }
}
