//! A05: A higher step gives less than the one below it: the rules contradict each other.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("A05"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let depths = element.discounts();
        if depths.len() < 2 {
            return Judgement::Absent;
        }
        Judgement::all(depths.windows(2).map(|pair| {
            let (below, above) = (facts.number(pair[0]), facts.number(pair[1]));
            let (low, high) = (above.low - below.high, above.high - below.low);
            let rise = Interval::of_design([low, above.value - below.value, high]);
            Judgement::of(Known::of(rise, Side::Below, 0.0), |_| {
                let path = facts.path(pair[1]);
                Weakness::at(&path)
                    .design("above", Form::Share, above)
                    .design("below", Form::Share, below)
                    .stake(facts.money(Fact::Discounts))
                    .act(Action::new("action-level-step", vec![Edit::Set(path, below.value)]).number(
                        "to",
                        Form::Share,
                        below.value,
                    ))
            })
        }))
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
            "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.04 }]",
            "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.05 }]",
        );
    }
}
