//! G02: No goal is about money, so there is no limit on cost.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::Metric;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G02"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.design.goals.is_empty() {
        return Judgement::Absent;
    }
    let money = facts.design.goals.iter().any(|goal| matches!(goal.metric, Metric::NetEffect | Metric::Npv));
    Judgement::plain(!money, || {
        Weakness::at("goal")
            .stake(facts.money(Fact::ProgramCost))
            .act(Action::to_organise("action-state-price"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            LADDER,
            "[[program.points]]\nearn = 0.05\n[[goal]]\nmetric = 'npv'\nat_least = 0\nby = '2028-12'",
        );
    }
}
