//! G03: A goal is judged before the program can have taken effect.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("G03"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Months after the launch.
pub const LIMIT: f64 = 12.0;

fn judge(facts: &Facts) -> Judgement {
    let Some(program) = facts.program() else { return Judgement::Absent };
    Judgement::all(facts.design.goals.iter().enumerate().map(|(i, goal)| {
        let months = (goal.by + 1).saturating_sub(program.launch) as f64;
        Judgement::of(Known::of(Interval::certain(months), Side::Below, LIMIT), |months| {
            Weakness::at(format!("goal[{i}].by"))
                .formula("months", Form::Months, months)
                .limit("limit", Form::Months, LIMIT)
                .name("metric", "metric", goal.metric.key())
                .act(Action::to_organise("action-later-goal"))
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
            "[[program.points]]\nearn = 0.05\n[[goal]]\nmetric = 'npv'\nat_least = 0\nby = '2026-11'",
            "[[program.points]]\nearn = 0.05\n[[goal]]\nmetric = 'npv'\nat_least = 0\nby = '2027-01'",
        );
    }
}
