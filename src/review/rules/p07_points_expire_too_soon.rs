//! P07: Points expire within a year: many members never see a reward.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Points, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P07"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// Months.
pub const LIMIT: f64 = 12.0;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Points { expiry_months, .. }) = Points::of(&element.kind) else { return Judgement::Absent };
        let expiry = facts.number(expiry_months);
        let known = if expiry.value == 0.0 { Known::No } else { Known::of(expiry, Side::Below, LIMIT) };
        Judgement::of(known, |expiry| {
            Weakness::at(facts.path(expiry_months))
                .design("months", Form::Months, expiry)
                .limit("limit", Form::Months, LIMIT)
                .stake(facts.money(Fact::Breakage))
                .act(
                    Action::new("action-longer-expiry", vec![Edit::Set(facts.path(expiry_months), 24.0)])
                        .number("months", Form::Months, 24.0),
                )
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\nexpiry_months = 11",
            "[[program.points]]\nearn = 0.05\nexpiry_months = 13",
        );
    }
}
