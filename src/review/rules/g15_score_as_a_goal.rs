//! G15: The net promoter score is used as a target.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::Metric;
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G15"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::plain(facts.design.goals.iter().any(|goal| goal.metric == Metric::Nps), || {
        Weakness::at("goal").act(Action::to_organise("action-score-as-compass"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\n[[goal]]\nmetric = 'nps'\nat_least = 30\nby = '2028-12'",
            POINTS,
        );
    }
}
