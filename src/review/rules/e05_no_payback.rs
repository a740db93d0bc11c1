//! E05: The program has probably not paid for itself by the end.

use super::{Code, Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E05"),
    severity: Severity::Serious,
    support: Support::Simulated,
    algorithm: false,
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
