//! E05: The program has probably not paid for itself by the end.

use super::{Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::{Form};
use crate::review::interval::{Side};

/// The program has probably not paid for itself by the end.
pub const RULE: Rule = Rule {
    code: "E05",
    severity: Severity::Serious,
    support: Support::Simulated,
    source: "simulation",
    messages: ["rule-e05", "rule-e05-found", "rule-e05-why"],
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
