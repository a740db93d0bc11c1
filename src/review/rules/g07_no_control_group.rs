//! G07: No customers are kept without the program: its effect will never be known.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G07"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::ControlGroup), || {
        Weakness::at("plan.control_group")
            .stake(0.1 * facts.money(Fact::ProgramCost))
            .act(Action::to_organise("action-control-group"))
    })
}
