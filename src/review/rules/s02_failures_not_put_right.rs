//! S02: Many purchases go wrong, and few failures are put right quickly.

use super::{Code, Judgement, Rule, Weakness, remedies};
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
