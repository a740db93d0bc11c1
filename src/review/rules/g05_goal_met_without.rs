//! G05: A goal would be reached without the program.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::{Goal, GoalBound, Metric};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("G05"),
    severity: Severity::Moderate,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// More likely than not.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.design.goals.iter().enumerate().map(|(i, goal)| {
        if !facts.played {
            return met_today(facts, goal, i);
        }
        judged(facts, Fact::GoalChanceWithout(i), Side::Above, LIMIT, |chance| {
            Weakness::at(format!("goal[{i}]"))
                .run("chance", Form::Chance, chance)
                .name("metric", "metric", goal.metric.key())
                .act(Action::to_organise("action-harder-goal"))
        })
    }))
}

/// Before a run only the goals are judged that today's own number meets for sure.
fn met_today(facts: &Facts, goal: &Goal, at: usize) -> Judgement {
    let business = &facts.design.business;
    let (now, form) = match goal.metric {
        Metric::AnnualRetention => (facts.retention(), Form::Share),
        Metric::Nps => (facts.number(business.nps), Form::NpsPoints),
        Metric::NetEffect
        | Metric::Npv
        | Metric::RevenueGrowth
        | Metric::MemberShare
        | Metric::ActiveCustomers => return Judgement::Absent,
    };
    let value = facts.number(goal.value);
    Judgement::plain(goal.bound == GoalBound::AtLeast && now.low >= value.high, || {
        Weakness::at(format!("goal[{at}]"))
            .saying("rule-g05-today")
            .design("value", form, value)
            .design("today", form, now)
            .name("metric", "metric", goal.metric.key())
            .act(Action::to_organise("action-harder-goal"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::review::rules::tests::{DESIGN, LADDER, beyond, speaks};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::GoalChanceWithout(0), Side::Above, 0.5, LADDER);
    }

    /// Retention is 0.8 today, and so is the goal of the small design.
    #[test]
    fn a_goal_that_holds_today_is_noticed_before_any_run() {
        let judge = |text: &str| (RULE.judge)(&Facts::new(&Design::parse(text).unwrap()));
        let met = DESIGN.to_owned() + LADDER;
        speaks(&RULE, &judge(&met));
        assert_eq!(judge(&met.replace("at_least = 0.8", "at_least = 0.81")), Judgement::Clear);
    }
}
