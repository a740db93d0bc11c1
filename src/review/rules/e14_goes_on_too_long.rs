//! E14: The program would bring more if it ended earlier.

use super::{Action, Code, Judgement, Rule, Weakness, judged, remedies};
use crate::review::change::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E14"),
    severity: Severity::Moderate,
    support: Support::Simulated,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    // What loses money from beginning to end is better ended at once: E01 says so.
    if matches!(facts.is(Fact::NetEffect, Side::Below, 0.0), Known::Yes(_)) {
        return Judgement::Clear;
    }
    judged(facts, Fact::LateEnd, Side::Above, 0.0, |gain| {
        let month =
            facts.get(Fact::BestEnd).map(|month| remedies::month_of(facts.design, month.value as usize));
        let stop = month.as_ref().map(|month| {
            let edits = vec![Edit::SetText("program.stop".to_owned(), month.clone())];
            Action::new("action-end-it", edits).text("month", month).alone()
        });
        Weakness::at("program.stop").run("gain", Form::Money, gain).stake(gain.value).act(stop)
    })
}
