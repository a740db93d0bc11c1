//! P09: Members start from zero, although a head start brings more of them to the first reward.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, Points, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;

pub const RULE: Rule = Rule {
    code: Code("P09"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Points { minimum_to_redeem, welcome_points, .. }) = Points::of(&element.kind) else {
            return Judgement::Absent;
        };
        let minimum = facts.number(minimum_to_redeem);
        // who needs a point or two for the first reward has it soon, and half of it given away would be a gift for joining
        if minimum.value < 3.0 {
            return Judgement::Absent;
        }
        Judgement::plain(facts.number(welcome_points).high == 0.0, || {
            let gift = remedies::whole_points(0.2 * minimum.value);
            Weakness::at(facts.path(welcome_points))
                .design("minimum", Form::Count, minimum)
                .stake(0.2 * facts.money(Fact::Rewards))
                .act(
                    Action::new("action-welcome-points", vec![Edit::Set(facts.path(welcome_points), gift)])
                        .number("points", Form::Count, gift),
                )
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            POINTS,
            "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 5\nwelcome_points = 1",
        );
    }
}
