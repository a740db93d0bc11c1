//! P09: Members start from zero, although a head start brings more of them to the first reward.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, p02_reward_too_far, remedies};
use crate::design::{Edit, Element, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P09"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.all::<Points>().enumerate().map(|(at, (element, points))| {
        let &Points { minimum_to_redeem, welcome_points, .. } = points;
        let minimum = facts.number(minimum_to_redeem);
        // who needs a point or two for the first reward has it soon, and half of it given away would be a gift for joining
        if minimum.value < 3.0 || !somebody_arrives(facts, at, element) || is_at_once(facts, at, element) {
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

/// Whether an average customer of some segment has the first reward within a year: nobody is helped by a start on a road that is too long.
fn somebody_arrives(facts: &Facts, at: usize, element: &Element) -> bool {
    let too_long = |s: usize| facts.is(Fact::FirstReward(at, s), Side::Above, p02_reward_too_far::LIMIT);
    let mut users = (0..facts.design.segments.len()).filter(|&s| element.is_for(s));
    users.any(|s| !matches!(too_long(s), Known::Yes(_)))
}

/// Whether one purchase earns the first reward in every segment: there is no road on which a start could help.
fn is_at_once(facts: &Facts, at: usize, element: &Element) -> bool {
    let segments = facts.design.segments.iter().enumerate();
    let mut users = segments.filter(|(s, _)| element.is_for(*s)).peekable();
    let one = |s: usize, purchases| {
        facts.get(Fact::FirstReward(at, s)).is_some_and(|months| months.value * purchases <= 12.0)
    };
    users.peek().is_some() && users.all(|(s, segment)| one(s, facts.central(segment.purchases_per_year)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::interval::Interval;
    use crate::review::rules::tests::{POINTS, design, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            POINTS,
            "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 5\nwelcome_points = 1",
        );
    }

    /// A fifth of what nobody collects in a year is no head start.
    #[test]
    fn no_start_on_a_road_that_is_too_long() {
        let design = design(POINTS);
        let after = |months: [f64; 2]| {
            let [first, second] = months.map(Interval::certain);
            let facts = Facts::new(&design).with(Fact::FirstReward(0, 0), first);
            let facts = facts.with(Fact::FirstReward(0, 1), second);
            matches!((RULE.judge)(&facts), Judgement::Weak(_))
        };
        assert_eq!([[4.0, 20.0], [20.0, 30.0]].map(after), [true, false]);
    }
}
