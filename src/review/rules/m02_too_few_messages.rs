//! M02: So few messages that members forget the program.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Messages, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("M02"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Messages a month.
pub const LIMIT: f64 = 2.0;

fn judge(facts: &Facts) -> Judgement {
    let best = facts.central(facts.design.behaviour.message_optimum);
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Messages { per_month, .. }) = Messages::of(&element.kind) else { return Judgement::Absent };
        // where fewer do most, fewer are not too few
        let limit = LIMIT.min(best);
        Judgement::of(Known::of(facts.number(per_month), Side::Below, limit), |number| {
            let to = (0.7 * best).round();
            Weakness::at(facts.path(per_month))
                .design("number", Form::Count, number)
                .limit("limit", Form::Count, limit)
                .act((to > number.value).then(|| {
                    Action::new("action-set-messages", vec![Edit::Set(facts.path(per_month), to)]).number(
                        "to",
                        Form::Count,
                        to,
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
            "[[program.messages]]\nper_month = 1.9\ncost_per_message = 0",
            "[[program.messages]]\nper_month = 2.1\ncost_per_message = 0",
        );
    }
}
