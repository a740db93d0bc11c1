//! E10: In its last year the program still loses money: more time does not help.

use super::{Action, Code, Judgement, Rule, Weakness, judged, remedies};
use crate::review::change::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E10"),
    severity: Severity::Serious,
    support: Support::Simulated,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_some_and(|p| p.stop.is_some()) {
        return Judgement::Absent;
    }
    judged(facts, Fact::LastYear, Side::Below, 0.0, |effect| {
        let last = facts.design.horizon_months - 12;
        let stop = remedies::month_of(facts.design, last);
        let later = facts.program().is_some_and(|p| last > p.launch);
        Weakness::default().run("effect", Form::Money, effect).stake(effect.value).act(later.then(|| {
            Action::new(
                "action-stop-after-a-year",
                vec![Edit::SetText("program.stop".to_owned(), stop.clone())],
            )
            .text("month", stop)
            .alone()
        }))
    })
}
