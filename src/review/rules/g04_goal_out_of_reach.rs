//! G04: A goal is very unlikely to be reached.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::design::Metric;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("G04"),
    severity: Severity::Serious,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// One chance in ten.
pub const LIMIT: f64 = 0.10;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.design.goals.iter().enumerate().map(|(i, goal)| {
        judged(facts, Fact::GoalChance(i), Side::Below, LIMIT, |chance| {
            let service =
                matches!(goal.metric, Metric::AnnualRetention | Metric::Nps | Metric::ActiveCustomers);
            Weakness::at(format!("goal[{i}]"))
                .run("chance", Form::Chance, chance)
                .name("metric", "metric", goal.metric.key())
                .stake(facts.money(Fact::ProgramCost) / facts.design.goals.len() as f64)
                .act(remedies::recover_complaints(facts).filter(|_| service))
                .act(Action::to_organise("action-honest-goal"))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::GoalChance(0), Side::Below, 0.1, LADDER);
    }
}
