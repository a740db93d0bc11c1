//! G20: The simulated period ends before the program can have taken effect, so its result says little either way.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, g03_goal_too_early};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("G20"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Months from the launch to the end of the period that show what a program does.
const ENOUGH: f64 = 24.0;

fn judge(facts: &Facts) -> Judgement {
    let design = facts.design;
    let Some(program) = facts.program() else { return Judgement::Absent };
    let months = Interval::certain(design.horizon_months.saturating_sub(program.launch) as f64);
    Judgement::of(Known::of(months, Side::Below, g03_goal_too_early::LIMIT), |months| {
        let horizon = (program.launch as f64 + ENOUGH).min(120.0);
        Weakness::at("horizon_months")
            .formula("months", Form::Months, months)
            .limit("limit", Form::Months, g03_goal_too_early::LIMIT)
            .act(Action::to_organise("action-longer-period").number("months", Form::Months, horizon))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::review::rules::tests::{DESIGN, LADDER, speaks};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        let judge = |launch: &str| {
            let text = DESIGN.replace("launch = '2026-01'", &format!("launch = '{launch}'")) + LADDER;
            let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
            (RULE.judge)(&Facts::new(&design))
        };
        speaks(&RULE, &judge("2028-02"));
        assert_eq!(judge("2028-01"), Judgement::Clear);
    }
}
