//! E04: Nearly all benefits go to customers who would have stayed without them.

use super::{Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::{Form};
use crate::review::interval::{Side};

/// Nearly all benefits go to customers who would have stayed without them.
pub const RULE: Rule = Rule {
    code: "E04",
    severity: Severity::Moderate,
    support: Support::Published,
    source: "Lal & Bell 2003; Leenheer et al. 2007; the limit is a judgement",
    messages: ["rule-e04", "rule-e04-found", "rule-e04-why"],
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
