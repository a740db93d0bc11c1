//! E05: The program has probably not paid back by the end of the period.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E05"),
    severity: Severity::Serious,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// An even chance.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::PaidBack, Side::Below, LIMIT, |chance| {
        Weakness::default()
            .run("chance", Form::Chance, chance)
            .stake(facts.money(Fact::Fixed))
            .act(remedies::cut_fixed(facts, 0.5))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::PaidBack, Side::Below, 0.5, LADDER);
    }
}
