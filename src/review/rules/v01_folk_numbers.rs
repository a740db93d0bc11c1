//! V01: The case relies on a commonly quoted figure that nobody has measured.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::Basis;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("V01"),
    severity: Severity::Serious,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Share of leavers that rests on commonly quoted figures.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    let folk = facts.design.causes.iter().filter(|c| facts.design.numbers[c.share].basis == Basis::Folk);
    let share = Interval::certain(folk.map(|cause| facts.central(cause.share)).sum());
    if share.value == 0.0 {
        return Judgement::Absent;
    }
    Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
        Weakness::at("churn")
            .design("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::NetEffect))
            .act(Action::to_organise("action-ask-leavers"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\n[churn]\npreset = 'sixty-eight'",
            "[[program.points]]\nearn = 0.05\n[churn]\npreset = 'keaveney'",
        );
    }
}
