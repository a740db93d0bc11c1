//! S02: Many purchases go wrong, and few failures are resolved fast.

use super::{Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{ComplaintRecovery, Driver};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("S02"),
    severity: Severity::Serious,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Failures per purchase.
pub const LIMIT: f64 = 0.03;
/// Share of the failures put right quickly.
pub const FAST: f64 = 0.30;

fn judge(facts: &Facts) -> Judgement {
    let service = &facts.design.service;
    let fast = facts.number(service.recovered_fast);
    if fast.high >= FAST || facts.has::<ComplaintRecovery>() {
        return Judgement::Clear;
    }
    Judgement::of(Known::of(facts.number(service.failures_per_purchase), Side::Above, LIMIT), |failures| {
        Weakness::at(facts.path(service.failures_per_purchase))
            .design("failures", Form::Share, failures)
            .design("fast", Form::Share, fast)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::ProgramCost) * facts.cause_share(Driver::Quality))
            .act(remedies::recover_complaints(facts))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = 0.031\nrecovered_fast = 0.1",
            "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = 0.029\nrecovered_fast = 0.1",
        );
    }
}
