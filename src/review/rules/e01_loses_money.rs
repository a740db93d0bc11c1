//! E01: The program loses money.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;
use crate::units::Money;

pub const RULE: Rule = Rule {
    code: Code("E01"),
    severity: Severity::Critical,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::NetEffect, Side::Below, 0.0, |effect| {
        let drops = facts.elements().iter().filter_map(|element| remedies::drop(facts, element)).collect();
        Weakness::default().run("effect", Form::Money, effect).stake(Money::new(effect.value)).acts(drops)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::NetEffect, Side::Below, 0.0, LADDER);
    }
}
