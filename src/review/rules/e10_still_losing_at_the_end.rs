//! E10: In its last year the program still loses money: more time does not help.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;
use crate::units::Money;

pub const RULE: Rule = Rule {
    code: Code("E10"),
    severity: Severity::Serious,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_some_and(|p| p.stop.is_some()) {
        return Judgement::Absent;
    }
    judged(facts, Fact::LastYear, Side::Below, 0.0, |effect| {
        // one end in one review: the best that was found
        let best = facts.get(Fact::BestEnd).map(|best| best.value as usize);
        let last = best.unwrap_or(facts.design.horizon_months - 12);
        let stop = facts.design.month(last).to_string();
        let later = facts.program().is_some_and(|p| last > p.launch);
        Weakness::default().run("effect", Form::Money, effect).stake(Money::new(effect.value)).act(
            later.then(|| {
                Action::new(
                    "action-stop-after-a-year",
                    vec![Edit::SetText("program.stop".to_owned(), stop.clone())],
                )
                .text("month", stop)
                .alone()
            }),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::LastYear, Side::Below, 0.0, LADDER);
    }
}
