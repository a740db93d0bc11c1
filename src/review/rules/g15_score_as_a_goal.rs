//! G15: The net promoter score is a goal: a compass is made a target.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::Metric;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G15"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::plain(facts.design.goals.iter().any(|goal| goal.metric == Metric::Nps), || {
        Weakness::at("goal").act(Action::to_organise("action-score-as-compass"))
    })
}
