//! G15: The net promoter score is a goal: a compass is made a target.

use super::{Action, Judgement, Rule, Weakness};
use crate::design::Metric;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

/// The net promoter score is a goal: a compass is made a target.
pub const RULE: Rule = Rule {
    code: "G15",
    severity: Severity::Moderate,
    support: Support::Published,
    source: "Keiningham et al. 2007: no better a predictor of growth than satisfaction",
    messages: ["rule-g15", "rule-g15-found", "rule-g15-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::plain(facts.design.goals.iter().any(|goal| goal.metric == Metric::Nps), || {
        Weakness::at("goal").act(Action::to_organise("action-score-as-compass"))
    })
}
