//! G05: A goal that is reached without the program just as well.

use super::{Action, Code, Judgement, Rule, Weakness, judged};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("G05"),
    severity: Severity::Moderate,
    support: Support::Simulated,
    algorithm: false,
    judge,
};

/// More likely than not.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.design.goals.iter().enumerate().map(|(i, goal)| {
        judged(facts, Fact::GoalChanceWithout(i), Side::Above, LIMIT, |chance| {
            Weakness::at(format!("goal[{i}]"))
                .run("chance", Form::Chance, chance)
                .name("metric", "metric", goal.metric.key())
                .act(Action::to_organise("action-harder-goal"))
        })
    }))
}
