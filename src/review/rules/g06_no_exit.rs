//! G06: There is no plan for ending the program.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Interval;

pub const RULE: Rule = Rule {
    code: Code("G06"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let Some(program) = facts.program() else { return Judgement::Absent };
    Judgement::plain(program.stop.is_none() && !facts.plans(PlanItem::Exit), || {
        let stake = facts.get(Fact::ExitCost).unwrap_or(Interval::certain(0.0));
        Weakness::at("plan.exit")
            .run("cost", Form::Money, stake)
            .stake(stake.value)
            .act(Action::to_organise("action-plan-exit"))
    })
}
