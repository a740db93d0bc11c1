//! V04: Set-up or running cost is missing: the program looks cheaper than it is.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::NumberId;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("V04"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::review::rules::tests::{DESIGN, LADDER};

    #[test]
    fn forgotten_costs_are_noticed() {
        let judge = |text: &str| (RULE.judge)(&Facts::new(&Design::parse(text).unwrap()));
        let whole = DESIGN.to_owned() + LADDER;
        assert_eq!(judge(&whole), Judgement::Clear);
        for (stated, free) in
            [("setup_cost = 100", "setup_cost = 0"), ("cost_per_month = 10", "cost_per_month = 0")]
        {
            assert!(matches!(judge(&whole.replace(stated, free)), Judgement::Weak(_)), "{free}");
        }
    }
}
