//! E04: Nearly all benefits go to customers who would have stayed without them.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E04"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// Nine tenths.
pub const LIMIT: f64 = 0.9;

fn judge(facts: &Facts) -> Judgement {
    // what is cut back needs no growth, and goes to nobody
    if facts.gives_no_more() {
        return Judgement::Clear;
    }
    judged(facts, Fact::PaidToKept, Side::Above, LIMIT, |share| {
        let given = facts.money(Fact::Discounts) + facts.money(Fact::Rewards);
        Weakness::default()
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(share.value * given)
            .acts(remedies::on_gifts(facts))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::PaidToKept, Side::Above, 0.9, LADDER);
    }
}
