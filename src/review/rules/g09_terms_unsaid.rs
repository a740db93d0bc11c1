//! G09: Members are promised points or status, but no terms are written down.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{PlanItem, Points, Tiers};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G09"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let promises = facts.has::<Points>() || facts.has::<Tiers>();
    if !promises {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Terms), || {
        Weakness::at("plan.terms")
            .stake(facts.money(Fact::Breakage))
            .act(Action::to_organise("action-write-terms"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, POINTS, "[[program.points]]\nearn = 0.05\n[plan]\nterms = 'on the card'");
    }
}
