//! S06: The design describes no rival.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("S06"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    Judgement::plain(facts.design.rivals.is_empty(), || {
        Weakness::at("rival")
            .stake(facts.money(Fact::RivalCost))
            .act(Action::to_organise("action-name-rivals"))
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
            "[[program.points]]\nearn = 0.05\n[[rival]]\nname = 'r'\nopens_from = '2026-03'\nopens_until = '2026-04'\nprobability = 0.5\nprice_gap = 0",
        );
    }
}
