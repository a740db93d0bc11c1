//! P05: The program earns money only because points are forgotten.

use super::{Code, Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule =
    Rule { code: Code("P05"), severity: Severity::Serious, support: Support::Rule, algorithm: false, judge };

fn judge(facts: &Facts) -> Judgement {
    if !matches!(facts.is(Fact::NetEffect, Side::Above, 0.0), Known::Yes(_)) {
        return Judgement::Absent;
    }
    judged(facts, Fact::WithoutBreakage, Side::Below, 0.0, |effect| {
        Weakness::at("program.points")
            .run("effect", Form::Money, effect)
            .stake(facts.money(Fact::Breakage))
            .act(remedies::cut_fixed(facts, 0.75))
    })
}
