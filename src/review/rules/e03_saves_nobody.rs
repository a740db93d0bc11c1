//! E03: The program does not save more customers than it loses.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E03"),
    severity: Severity::Critical,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::NetSaved, Side::Below, 0.0, |saved| {
        let drops = facts.elements().iter().filter_map(|element| remedies::drop(facts, element)).collect();
        Weakness::default()
            .run("saved", Form::Customers, saved)
            .stake(facts.money(Fact::ProgramCost))
            .acts(drops)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::NetSaved, Side::Below, 0.0, LADDER);
    }
}
