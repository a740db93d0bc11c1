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

/// Customers that a change may lose, as a share of all: it may have another purpose than to keep more of them.
const LOST_BY_A_CHANGE: f64 = 0.01;

fn judge(facts: &Facts) -> Judgement {
    let customers = facts.central(facts.design.business.customers);
    let limit = if facts.design.today.is_some() { -LOST_BY_A_CHANGE * customers } else { 0.0 };
    judged(facts, Fact::NetSaved, Side::Below, limit, |saved| {
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
