//! E08: If it goes badly, it costs a large part of a year's contribution.

use super::{Action, Code, Judgement, Rule, Weakness, judged, remedies};
use crate::review::change::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E08"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    judge,
};

/// One tenth of a year's contribution.
pub const LIMIT: f64 = 0.10;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::WorstShare, Side::Above, LIMIT, |share| {
        let month =
            facts.program().map(|p| p.launch + 12).filter(|month| *month < facts.design.horizon_months);
        let stop = month.map(|month| remedies::month_of(facts.design, month));
        Weakness::default()
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::NetEffect))
            .act(stop.map(|stop| {
                Action::new(
                    "action-stop-after-a-year",
                    vec![Edit::SetText("program.stop".to_owned(), stop.clone())],
                )
                .text("month", stop)
                .alone()
            }))
    })
}
