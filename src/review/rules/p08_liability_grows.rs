//! P08: The points outstanding keep growing.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::{Edit, NumberId, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P08"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// Growth in the last year.
pub const LIMIT: f64 = 0.20;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::LiabilityGrowth, Side::Above, LIMIT, |growth| {
        let expiries = facts.all::<Points>().map(|(_, element)| element.expiry_months);
        let shorter = |id| {
            Action::new("action-shorter-expiry", vec![Edit::Set(facts.path(id), 18.0)]).number(
                "months",
                Form::Months,
                18.0,
            )
        };
        let long = |id: &NumberId| facts.central(*id) == 0.0 || facts.central(*id) > 18.0;
        Weakness::at("program.points")
            .run("growth", Form::Share, growth)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::ClosingCost))
            .acts(expiries.filter(long).map(shorter).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::LiabilityGrowth, Side::Above, 0.2, POINTS);
    }
}
