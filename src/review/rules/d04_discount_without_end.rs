//! D04: A standing discount without an end date: it becomes the reference price.

use super::{Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{CumulativeDiscount, PlanItem};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Interval;

pub const RULE: Rule = Rule {
    code: Code("D04"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let standing = facts.all::<CumulativeDiscount>().map(|(element, _)| element);
    Judgement::all(standing.map(|element| {
        let months = element.until.saturating_sub(element.from);
        let endless =
            element.until >= facts.design.horizon_months && months > 12 && !facts.plans(PlanItem::TimeLimit);
        Judgement::plain(endless, || {
            Weakness::at(&element.path)
                .formula("months", Form::Months, Interval::certain(months as f64))
                .stake(facts.money(Fact::Discounts))
                .act(remedies::end_after_a_year(facts, element))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            LADDER,
            "[[program.cumulative_discount]]\nuntil = '2027-01'\nsteps = [{ from = 1, discount = 0.05 }]",
        );
    }
}
