//! J01: Joining asks too much of customers.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;
use crate::review::figure::Form;
use crate::review::interval::Interval;

pub const RULE: Rule = Rule {
    code: Code("J01"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Steps that a customer at a till still takes: a judgement.
pub const STEPS: f64 = 5.0;
/// Data that a customer at a till still gives: a judgement.
pub const FIELDS: f64 = 6.0;

/// Only what the design states is judged: an absent number is not a bad one.
fn judge(facts: &Facts) -> Judgement {
    let joining = facts.design.joining;
    let counts = [
        (joining.steps, STEPS, "plan.joining_steps", "rule-j01-found"),
        (joining.fields, FIELDS, "plan.joining_fields", "rule-j01-fields"),
    ];
    let stated = counts.into_iter().filter_map(|(count, limit, path, found)| {
        let count = count? as f64;
        Some(Judgement::plain(count > limit, || {
            Weakness::at(path)
                .saying(found)
                .design("count", Form::Count, Interval::certain(count))
                .limit("limit", Form::Count, limit)
                .act(Action::to_organise("action-simplify-joining"))
        }))
    });
    Judgement::all(stated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        let plan = |steps| format!("[[program.points]]\nearn = 0.05\n[plan]\njoining_steps = {steps}");
        on_designs(&RULE, &plan(6), &plan(5));
        on_designs(&RULE, &plan(6), POINTS);
    }
}
