//! V04: Set-up or running cost is missing: the program looks cheaper than it is.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::NumberId;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("V04"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let Some(program) = facts.program() else { return Judgement::Absent };
    let cost = |ids: Vec<NumberId>| ids.into_iter().map(|id| facts.number(id).high).sum::<f64>();
    let setup = cost(program.elements.iter().map(|e| e.setup_cost).chain([program.setup_cost]).collect());
    let running = program.elements.iter().map(|e| e.cost_per_month);
    let running = cost(running.chain([program.cost_per_month, program.cost_per_member_per_year]).collect());
    Judgement::plain(setup == 0.0 || running == 0.0, || {
        let path = if setup == 0.0 { program.setup_cost } else { program.cost_per_month };
        Weakness::at(facts.path(path)).act(Action::to_organise("action-count-costs"))
    })
}
