//! D02: Sales growth does not cover discounts and rewards.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("D02"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    // what is cut back needs no growth, and goes to nobody
    if facts.gives_no_more() {
        return Judgement::Clear;
    }
    judged(facts, Fact::VolumeGap, Side::Below, 0.0, |gap| {
        let drops = facts.elements().iter().filter(|e| e.facts().discount.is_given());
        Weakness::default()
            .run("gap", Form::SharePoints, gap)
            .stake(facts.money(Fact::Discounts) + facts.money(Fact::Rewards))
            .act(remedies::scale_discounts(facts, facts.elements(), 0.5))
            .acts(remedies::on_gifts(facts))
            .acts(drops.filter_map(|element| remedies::drop(facts, element)).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::VolumeGap, Side::Below, 0.0, LADDER);
    }
}
