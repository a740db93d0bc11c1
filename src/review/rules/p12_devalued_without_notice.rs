//! P12: Points lose value without notice.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Points, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P12"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Months of notice.
pub const LIMIT: f64 = 3.0;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Points { devaluation, .. }) = Points::of(&element.kind) else { return Judgement::Absent };
        if devaluation.month.is_none() || facts.number(devaluation.by).high == 0.0 {
            return Judgement::Absent;
        }
        let notice = facts.number(devaluation.notice_months);
        Judgement::of(Known::of(notice, Side::Below, LIMIT), |notice| {
            let path = facts.path(devaluation.notice_months);
            Weakness::at(&path)
                .design("notice", Form::Months, notice)
                .limit("limit", Form::Months, LIMIT)
                .design("by", Form::Share, facts.number(devaluation.by))
                .stake(facts.money(Fact::Rewards) * facts.central(devaluation.by))
                .act(Action::new("action-longer-notice", vec![Edit::Set(path, LIMIT)]).number(
                    "months",
                    Form::Months,
                    LIMIT,
                ))
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
            "[[program.points]]\nearn = 0.05\ndevalued_in = '2027-06'\ndevaluation_notice_months = 2",
            "[[program.points]]\nearn = 0.05\ndevalued_in = '2027-06'\ndevaluation_notice_months = 3",
        );
    }
}
