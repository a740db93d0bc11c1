//! G01: The design states no goal.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G01"),
    severity: Severity::Critical,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::plain(facts.program().is_some() && facts.design.goals.is_empty(), || {
        Weakness::at("goal")
            .stake(facts.money(Fact::ProgramCost))
            .act(Action::to_organise("action-state-goals"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::review::rules::tests::{DESIGN, LADDER};

    #[test]
    fn a_program_without_a_goal_is_noticed() {
        let text = DESIGN.to_owned() + LADDER;
        let without =
            text.replace("[[goal]]\nmetric = 'annual_retention'\nat_least = 0.8\nby = '2028-12'", "");
        let judge = |text: &str| (RULE.judge)(&Facts::new(&Design::parse(text).unwrap()));
        assert!(matches!(judge(&without), Judgement::Weak(_)));
        assert_eq!(judge(&text), Judgement::Clear);
    }
}
