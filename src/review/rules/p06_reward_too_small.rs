//! P06: A reward too small to have an effect.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, Points, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P06"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// One per cent of spend.
pub const LIMIT: f64 = 0.01;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Points { earn, .. }) = Points::of(&element.kind) else { return Judgement::Absent };
        Judgement::of(Known::of(facts.number(earn), Side::Below, LIMIT), |rate| {
            Weakness::at(facts.path(earn))
                .design("rate", Form::Share, rate)
                .limit("limit", Form::Share, LIMIT)
                .stake(facts.money(Fact::Rewards))
                .act(Action::new("action-raise-points", vec![Edit::Scale(facts.path(earn), 2.0)]).number(
                    "factor",
                    Form::Share,
                    2.0,
                ))
                .act(remedies::drop(facts, element))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, "[[program.points]]\nearn = 0.009", "[[program.points]]\nearn = 0.011");
    }
}
