//! E04: Nearly all benefits go to customers who would have stayed without them.

use super::{Code, Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E04"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    judge,
};

/// Nine tenths.
pub const LIMIT: f64 = 0.9;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::PaidToKept, Side::Above, LIMIT, |share| {
        let given = facts.money(Fact::Discounts) + facts.money(Fact::Rewards);
        Weakness::default()
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(share.value * given)
            .act(remedies::recover_complaints(facts))
    })
}
