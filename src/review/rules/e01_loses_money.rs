//! E01: The program loses money.

use super::{Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::{Form};
use crate::review::interval::{Side};

/// The program loses money.
pub const RULE: Rule = Rule {
    code: "E01",
    severity: Severity::Critical,
    support: Support::Simulated,
    source: "simulation",
    messages: ["rule-e01", "rule-e01-found", "rule-e01-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::NetEffect, Side::Below, 0.0, |effect| {
        let drops = facts.elements().iter().filter_map(|element| remedies::drop(facts, element)).collect();
        Weakness::default().run("effect", Form::Money, effect).stake(effect.value).acts(drops)
    })
}
