//! E02: Keeping a customer by the program costs more than winning a new one.

use super::{Code, Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule =
    Rule { code: Code("E02"), severity: Severity::Serious, support: Support::Rule, algorithm: false, judge };

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
