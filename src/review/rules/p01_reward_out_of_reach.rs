//! P01: The first reward cannot be reached: points expire, or the customer leaves, before.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::design::{Edit, Expiry, Points, Segment};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};
use crate::review::reachable::lifetime_months;

pub const RULE: Rule = Rule {
    code: Code("P01"),
    severity: Severity::Critical,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let design = facts.design;
    let schemes = facts.all::<Points>().enumerate();
    Judgement::all(schemes.flat_map(|(at, (element, points))| {
        design.segments.iter().enumerate().map(move |(s, segment)| {
            let limit = limit(facts, points, segment);
            if !element.is_for(s) {
                return Judgement::Absent;
            }
            judged(facts, Fact::FirstReward(at, s), Side::Above, limit, |months| {
                let share = facts.central(segment.share);
                Weakness::at(facts.path(points.minimum_to_redeem))
                    .formula("months", Form::Months, months)
                    .formula("limit", Form::Months, Interval::certain(limit))
                    .text("segment", &segment.name)
                    .stake(share * (facts.money(Fact::Breakage) + facts.money(Fact::Rewards)))
                    .acts(sooner(facts, points, months.value, 4.0))
            })
        })
    }))
}

/// Months within which customers of a segment have to reach a reward: until their points expire, or they leave.
pub fn limit(facts: &Facts, points: &Points, segment: &Segment) -> f64 {
    let expiry = facts.number(points.expiry_months);
    let stays = lifetime_months(Interval::best_retention(facts.design, segment).min(0.99));
    // what every purchase prolongs lives as long as its holder buys
    let ages = expiry.value > 0.0 && points.expiry == Expiry::Age;
    if ages { expiry.high.min(stays) } else { stays }
}

/// A long life of points, in months.
const LONG: f64 = 36.0;

/// The first reward brought within `months`: by a lower minimum, or by points that live longer.
pub fn sooner(facts: &Facts, points: &Points, now: f64, months: f64) -> Vec<Action> {
    let &Points { minimum_to_redeem, expiry_months, .. } = points;
    let (minimum, expiry) = (facts.central(minimum_to_redeem), facts.central(expiry_months));
    let lower = remedies::whole_points(minimum * months / now);
    let lowered = (lower < minimum).then(|| {
        Action::new("action-lower-minimum", vec![Edit::Set(facts.path(minimum_to_redeem), lower)]).number(
            "to",
            Form::Count,
            lower,
        )
    });
    let longer = (expiry > 0.0 && expiry < LONG).then(|| {
        Action::new("action-longer-expiry", vec![Edit::Set(facts.path(expiry_months), LONG)]).number(
            "months",
            Form::Months,
            LONG,
        )
    });
    lowered.into_iter().chain(longer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::FirstReward(0, 0), Side::Above, 12.0, POINTS);
    }
}
