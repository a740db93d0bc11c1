//! D04: A standing discount without an end: it becomes the norm.

use super::{Code, Judgement, Rule, Weakness, remedies};
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
