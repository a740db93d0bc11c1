//! E07: Set-up and running cost take a large part of the margin the program works on.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E07"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// One twentieth of the gross margin.
pub const LIMIT: f64 = 0.05;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::FixedShare, Side::Above, LIMIT, |share| {
        Weakness::at("program.cost_per_month")
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Fixed))
            .act(remedies::cut_fixed(facts, 0.5))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::FixedShare, Side::Above, 0.05, LADDER);
    }
}
