//! E14: The program would bring more if it ended earlier.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;
use crate::units::Money;

pub const RULE: Rule = Rule {
    code: Code("E14"),
    severity: Severity::Moderate,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    // The end of a change is that of the program that runs already, too: another decision.
    if facts.design.today.is_some() {
        return Judgement::Absent;
    }
    // What loses money from beginning to end is better ended at once: E01 says so.
    if matches!(facts.is(Fact::NetEffect, Side::Below, 0.0), Known::Yes(_)) {
        return Judgement::Clear;
    }
    judged(facts, Fact::LateEnd, Side::Above, 0.0, |gain| {
        let month =
            facts.get(Fact::BestEnd).map(|month| facts.design.month(month.value as usize).to_string());
        let stop = month.as_ref().map(|month| {
            let edits = vec![Edit::SetText("program.stop".to_owned(), month.clone())];
            Action::new("action-end-it", edits).text("month", month).alone()
        });
        Weakness::at("program.stop").run("gain", Form::Money, gain).stake(Money::new(gain.value)).act(stop)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::interval::Interval;
    use crate::review::rules::tests::{LADDER, beyond, design, interval};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::LateEnd, Side::Above, 0.0, LADDER);
    }

    #[test]
    fn a_program_that_only_loses_need_not_be_told_when_to_end() {
        let design = design(LADDER);
        let judge = |effect: Interval| {
            let facts =
                Facts::new(&design).with(Fact::NetEffect, effect).with(Fact::LateEnd, interval(1.0, 2.0));
            (RULE.judge)(&facts)
        };
        assert_eq!(judge(interval(-2.0, -0.1)), Judgement::Clear);
        assert!(matches!(judge(interval(-2.0, 0.1)), Judgement::Weak(_)));
    }
}
