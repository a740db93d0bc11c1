//! P10: Closing the program would cost more than the business earns in a month.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::{Edit, NumberId, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P10"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// Months of contribution.
pub const LIMIT: f64 = 1.0;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::ExitMonths, Side::Above, LIMIT, |months| {
        let expiries = facts.all::<Points>().map(|(_, element)| element.expiry_months);
        let shorter = |id| {
            Action::new("action-shorter-expiry", vec![Edit::Set(facts.path(id), 12.0)]).number(
                "months",
                Form::Months,
                12.0,
            )
        };
        let long = |id: &NumberId| facts.central(*id) == 0.0 || facts.central(*id) > 12.0;
        Weakness::at("program.points")
            .run("months", Form::Months, months)
            .limit("limit", Form::Months, LIMIT)
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
        beyond(&RULE, Fact::ExitMonths, Side::Above, 1.0, POINTS);
    }
}
