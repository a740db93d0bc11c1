//! E02: Saving a customer by the program costs more than acquiring a new one.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E02"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    // What pays by other ways than by keeping customers need not keep them cheaply.
    if matches!(facts.is(Fact::NetEffect, Side::Above, 0.0), Known::Yes(_)) {
        return Judgement::Clear;
    }
    judged(facts, Fact::PriceRatio, Side::Above, 1.0, |ratio| {
        Weakness::default()
            .times(ratio, "rule-e02-found-many")
            .stake(facts.money(Fact::ProgramCost))
            .act(remedies::recover_complaints(facts))
            .act(remedies::train_staff(facts))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::interval::Interval;
    use crate::review::rules::tests::{LADDER, beyond, design, interval};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::PriceRatio, Side::Above, 1.0, LADDER);
    }

    /// What pays by other ways than by keeping customers need not keep them cheaply.
    #[test]
    fn a_program_that_pays_may_keep_customers_dearly() {
        let design = design(LADDER);
        let judge = |effect: Interval| {
            let facts =
                Facts::new(&design).with(Fact::NetEffect, effect).with(Fact::PriceRatio, interval(2.0, 3.0));
            (RULE.judge)(&facts)
        };
        assert_eq!(judge(interval(0.1, 2.0)), Judgement::Clear);
        assert!(matches!(judge(interval(-0.1, 2.0)), Judgement::Weak(_)));
    }
}
