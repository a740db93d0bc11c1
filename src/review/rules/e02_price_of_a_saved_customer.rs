//! E02: Keeping a customer by the program costs more than winning a new one.

use super::{Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::{Form};
use crate::review::interval::{Side};

/// Keeping a customer by the program costs more than winning a new one.
pub const RULE: Rule = Rule {
    code: "E02",
    severity: Severity::Serious,
    support: Support::Rule,
    source: "arithmetic: price per saved customer against the cost of winning one",
    messages: ["rule-e02", "rule-e02-found", "rule-e02-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    // What pays by other ways than by keeping customers need not keep them cheaply.
    if matches!(facts.is(Fact::NetEffect, Side::Above, 0.0), Known::Yes(_)) {
        return Judgement::Clear;
    }
    judged(facts, Fact::PriceRatio, Side::Above, 1.0, |ratio| {
        let money = facts.money(Fact::Discounts) + facts.money(Fact::Rewards);
        Weakness::default()
            .run("ratio", Form::Times, ratio)
            .stake(facts.money(Fact::ProgramCost))
            .act(remedies::recover_complaints(facts))
            .act(remedies::train_staff(facts, 0.25 * money))
    })
}
