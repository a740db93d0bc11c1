//! A01: The points given for joining can be redeemed at once, so anybody who joins twice is rewarded twice.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, Points, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("A01"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// Nearly all of what is needed to spend points.
pub const LIMIT: f64 = 0.99;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Points { minimum_to_redeem, welcome_points, point_value, .. }) = Points::of(&element.kind)
        else {
            return Judgement::Absent;
        };
        let (welcome, minimum) = (facts.number(welcome_points), facts.number(minimum_to_redeem));
        if welcome.high == 0.0 {
            return Judgement::Clear;
        }
        // Without a minimum any gift can be spent.
        let share = |welcome: f64, minimum: f64| if minimum > welcome { welcome / minimum } else { 1.0 };
        let share = Interval::of_design([
            share(welcome.low, minimum.high),
            share(welcome.value, minimum.value),
            share(welcome.high, minimum.low),
        ]);
        Judgement::of(Known::of(share, Side::Above, LIMIT), |_| {
            let gift = remedies::whole_points(0.3 * minimum.value);
            let path = facts.path(welcome_points);
            Weakness::at(&path)
                .design("points", Form::Count, welcome)
                .design("minimum", Form::Count, minimum)
                .formula("value", Form::Money, welcome.times(facts.central(point_value)))
                .act((gift < welcome.value).then(|| {
                    Action::new("action-smaller-welcome", vec![Edit::Set(path, gift)]).number(
                        "points",
                        Form::Count,
                        gift,
                    )
                }))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 10\nwelcome_points = 10",
            "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 10\nwelcome_points = 9",
        );
    }
}
