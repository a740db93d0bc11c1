//! D06: A discount too small to be noticed: it has no effect but the same cost.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, Element, VolumeBonus};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("D06"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let threshold = facts.number(facts.design.behaviour.noticeable_discount);
    // what a bonus comes to is on the statement of the year, however small its rate
    let seen = facts.elements().iter().filter(|element| !element.is::<VolumeBonus>());
    Judgement::all(seen.flat_map(Element::discounts).map(|id| {
        let depth = facts.number(id);
        let known =
            if depth.value == 0.0 { Known::Absent } else { Known::of(depth, Side::Below, threshold.low) };
        Judgement::of(known, |depth| {
            let to = remedies::round(1.5 * threshold.value).max(threshold.value);
            Weakness::at(facts.path(id))
                .design("discount", Form::Share, depth)
                .design("threshold", Form::Share, threshold)
                .stake(facts.money(Fact::Discounts))
                .act(Action::new("action-raise-discount", vec![Edit::Set(facts.path(id), to)]).number(
                    "to",
                    Form::Share,
                    to,
                ))
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
            "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.029 }]",
            "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.03 }]",
        );
    }
}
