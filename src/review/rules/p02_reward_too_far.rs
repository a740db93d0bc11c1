//! P02: The first reward takes an average customer more than a year.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, p01_reward_out_of_reach};
use crate::design::Points;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P02"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// A year.
pub const LIMIT: f64 = 12.0;
/// What is a year in whole months is no more than a year.
const BEYOND: f64 = LIMIT + 0.5;

fn judge(facts: &Facts) -> Judgement {
    let schemes = facts.all::<Points>().enumerate();
    Judgement::all(schemes.flat_map(|(at, (element, points))| {
        facts.design.segments.iter().enumerate().map(move |(s, segment)| {
            if !element.is_for(s) {
                return Judgement::Absent;
            }
            // what cannot be reached at all is said by P01
            let never = p01_reward_out_of_reach::limit(facts, points, segment);
            if let Known::Yes(_) = facts.is(Fact::FirstReward(at, s), Side::Above, never) {
                return Judgement::Absent;
            }
            judged(facts, Fact::FirstReward(at, s), Side::Above, BEYOND, |months| {
                Weakness::at(facts.path(points.minimum_to_redeem))
                    .formula("months", Form::Months, months)
                    .limit("limit", Form::Months, LIMIT)
                    .text("segment", &segment.name)
                    .stake(facts.central(segment.share) * facts.money(Fact::Rewards))
                    .acts(p01_reward_out_of_reach::sooner(facts, points, months.value, 6.0))
            })
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::interval::Interval;
    use crate::review::rules::tests::{POINTS, beyond, design};

    #[test]
    fn fires_beyond_its_threshold() {
        let lasting = format!("{POINTS}expiry_months = 24\n");
        beyond(&RULE, Fact::FirstReward(0, 1), Side::Above, BEYOND, &lasting);
    }

    /// What cannot be reached at all is one weak point, not two.
    #[test]
    fn out_of_reach_is_said_once() {
        let design = design(POINTS);
        let months = Interval::certain(500.0);
        let facts = Facts::new(&design).with(Fact::FirstReward(0, 0), months);
        let facts = facts.with(Fact::FirstReward(0, 1), months);
        assert!(matches!((p01_reward_out_of_reach::RULE.judge)(&facts), Judgement::Weak(_)));
        assert!(!matches!((RULE.judge)(&facts), Judgement::Weak(_)));
    }
}
