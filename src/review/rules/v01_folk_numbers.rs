//! V01: The case leans on a number that everybody quotes and nobody has measured.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::Basis;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("V01"),
    severity: Severity::Serious,
    support: Support::Published,
    algorithm: false,
    judge,
};

/// Share of leavers that rests on folk wisdom.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    let folk = facts.design.causes.iter().filter(|c| facts.design.numbers[c.share].basis == Basis::Folk);
    let share = Interval::certain(folk.map(|cause| facts.central(cause.share)).sum());
    if share.value == 0.0 {
        return Judgement::Absent;
    }
    Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
        Weakness::at("churn")
            .design("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::NetEffect))
            .act(Action::to_organise("action-ask-leavers"))
    })
}
