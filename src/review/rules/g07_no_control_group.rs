//! G07: No customers are kept without the program: its effect will never be known.

use super::{Action, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::design::{PlanItem};
use crate::review::facts::{Fact, Facts};

/// No customers are kept without the program: its effect will never be known.
pub const RULE: Rule = Rule {
    code: "G07",
    severity: Severity::Moderate,
    support: Support::Published,
    source: "Leenheer et al. 2007; Ascarza 2018",
    messages: ["rule-g07", "rule-g07-found", "rule-g07-why"],
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
