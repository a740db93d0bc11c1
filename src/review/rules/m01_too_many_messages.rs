//! M01: More messages than members tolerate.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Messages, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("M01"),
    severity: Severity::Serious,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let behaviour = &facts.design.behaviour;
    let (burden, best) =
        (facts.number(behaviour.message_burden_from), facts.number(behaviour.message_optimum));
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Messages { per_month, .. }) = Messages::of(&element.kind) else { return Judgement::Absent };
        Judgement::of(Known::of(facts.number(per_month), Side::Above, burden.high), |number| {
            Weakness::at(facts.path(per_month))
                .design("number", Form::Count, number)
                .design("burden", Form::Count, burden)
                .stake(facts.money(Fact::Fixed))
                .act(
                    Action::new("action-set-messages", vec![Edit::Set(facts.path(per_month), best.value)])
                        .number("to", Form::Count, best.value),
                )
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
            "[[program.messages]]\nper_month = 20.1\ncost_per_message = 0",
            "[[program.messages]]\nper_month = 20\ncost_per_message = 0",
        );
    }
}
