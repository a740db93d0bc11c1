//! A03: The cumulative discount counts purchases, so splitting a receipt raises it faster.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{CumulativeDiscount, Edit, LadderBy, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Interval;

pub const RULE: Rule = Rule {
    code: Code("A03"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let baskets = facts.design.segments.iter().map(|s| facts.central(s.share) * facts.central(s.basket));
    let basket: f64 = baskets.sum();
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(CumulativeDiscount { by, steps }) = CumulativeDiscount::of(&element.kind) else {
            return Judgement::Absent;
        };
        // One step from the first purchase on cannot be climbed.
        let climbs = steps.iter().any(|step| facts.central(step.from) > 1.0);
        Judgement::plain(*by == LadderBy::Purchases && climbs, || {
            let money = |from: f64| remedies::round(from * basket);
            let mut edits = vec![Edit::SetText(format!("{}.by", element.path), "spend".to_owned())];
            let later = steps.iter().filter(|step| facts.central(step.from) > 1.0);
            edits.extend(later.map(|step| Edit::Set(facts.path(step.from), money(facts.central(step.from)))));
            Weakness::at(format!("{}.by", element.path))
                .formula("steps", Form::Count, Interval::certain(steps.len() as f64))
                .stake(0.1 * facts.money(Fact::Discounts))
                .act(Action::new("action-count-money", edits))
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
            "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.06 }]",
            "[[program.cumulative_discount]]\nby = 'spend'\nsteps = [{ from = 1, discount = 0.05 }, { from = 100, discount = 0.06 }]",
        );
    }
}
