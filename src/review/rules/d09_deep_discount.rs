//! D09: A discount so deep that established customers buy less later.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Element};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("D09"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let deep = facts.number(facts.design.behaviour.deep_discount);
    Judgement::all(facts.elements().iter().flat_map(Element::discounts).map(|id| {
        let depth = facts.number(id);
        let known = if depth.value == 0.0 { Known::Absent } else { Known::of(depth, Side::Above, deep.high) };
        Judgement::of(known, |depth| {
            Weakness::at(facts.path(id))
                .design("discount", Form::Share, depth)
                .design("deep", Form::Share, deep)
                .stake(facts.money(Fact::Discounts))
                .act(
                    Action::new(
                        "action-scale-discount",
                        vec![Edit::Scale(facts.path(id), deep.low / depth.value)],
                    )
                    .number("to", Form::Share, deep.low),
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
            "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.201",
            "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.2",
        );
    }
}
