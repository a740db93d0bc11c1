//! P13: At its end the program declares points void without notice.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Points, PointsAtStop};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

/// The rule.
pub const RULE: Rule = Rule {
    code: Code("P13"),
    severity: Severity::Critical,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Months of notice.
pub const LIMIT: f64 = 3.0;

fn judge(facts: &Facts) -> Judgement {
    let Some(program) = facts.program().filter(|program| program.stop.is_some()) else {
        return Judgement::Absent;
    };
    if !facts.has::<Points>() || program.points_at_stop == PointsAtStop::PaidOut {
        return Judgement::Absent;
    }
    let notice = facts.number(program.notice_months);
    Judgement::of(Known::of(notice, Side::Below, LIMIT), |notice| {
        let path = facts.path(program.notice_months);
        let paid = Edit::SetText("program.points_at_stop".to_owned(), "paid_out".to_owned());
        Weakness::at(&path)
            .design("notice", Form::Months, notice)
            .limit("limit", Form::Months, LIMIT)
            .stake(facts.money(Fact::Rewards))
            .act(Action::new("action-pay-out-points", vec![paid]))
            .act(Action::new("action-announce-the-end", vec![Edit::Set(path, LIMIT)]).number(
                "months",
                Form::Months,
                LIMIT,
            ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        let ends = |notice: &str| {
            format!(
                "stop = '2027-12'\npoints_at_stop = 'lapse'\nnotice_months = {notice}\n[[program.points]]\nearn = 0.05\n"
            )
        };
        on_designs(&RULE, &ends("2"), &ends("3"));
    }
}
