//! D05: The discount loses half of its effect within the period, but not its cost.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("D05"),
    severity: Severity::Serious,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let end = facts.design.horizon_months as f64;
    judged(facts, Fact::UpliftHalved, Side::Below, end, |month| {
        let discounts = facts.elements().iter().filter(|e| e.facts().discount.is_given());
        Weakness::default()
            .run("month", Form::Months, month)
            .stake(facts.money(Fact::Discounts))
            .acts(discounts.filter_map(|element| remedies::end_after_a_year(facts, element)).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::UpliftHalved, Side::Below, 36.0, LADDER);
    }
}
