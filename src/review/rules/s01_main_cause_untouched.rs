//! S01: The program does not affect the main cause of leaving.

use super::{Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::Driver;
use crate::review::content::{Severity, Support};
use crate::review::drivers;
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("S01"),
    severity: Severity::Serious,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Among the leavers, more than this share must name a cause for it to be the main one.
pub const LIMIT: f64 = 0.20;

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    let main =
        facts.design.causes.iter().filter(|cause| matches!(cause.driver, Driver::Staff | Driver::Quality));
    let Some(main) = main.max_by(|a, b| facts.central(a.share).total_cmp(&facts.central(b.share))) else {
        return Judgement::Absent;
    };
    let touched = facts.elements().iter().any(|element| drivers::acts_on(element, main.driver));
    if touched {
        return Judgement::Clear;
    }
    Judgement::of(Known::of(facts.number(main.share), Side::Above, LIMIT), |share| {
        let training = remedies::train_staff(facts).filter(|_| main.driver == Driver::Staff);
        Weakness::at(facts.path(main.share))
            .design("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .name("cause", "cause", main.name.as_str())
            .stake(facts.money(Fact::ProgramCost) * share.value)
            .act(training)
            .act(remedies::recover_complaints(facts).filter(|_| main.driver == Driver::Quality))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            LADDER,
            "[[program.complaint_recovery]]\nrecovered_fast = 0.5\nrecovered_slowly = 0.2\ncost_per_case = 5",
        );
    }
}
