//! D10: So many months with a sale or offer that customers wait for the next one.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, Element, SeasonalSale, SpecialOffer};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("D10"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// A third of the months.
pub const LIMIT: f64 = 1.0 / 3.0;

fn judge(facts: &Facts) -> Judgement {
    let sales = facts.all::<SeasonalSale>().map(|(element, sale)| judge_sale(facts, element, sale));
    let offers = facts.all::<SpecialOffer>().map(|(_, offer)| judge_offer(facts, offer));
    Judgement::all(sales.chain(offers))
}

fn judge_sale(facts: &Facts, element: &Element, sale: &SeasonalSale) -> Judgement {
    let share = Interval::certain(sale.months.len() as f64 / 12.0);
    Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
        weak(facts, &element.path, share).act(remedies::drop(facts, element))
    })
}

fn judge_offer(facts: &Facts, offer: &SpecialOffer) -> Judgement {
    let every = facts.number(offer.every_months);
    let share = Interval::of_design([1.0 / every.high, 1.0 / every.value, 1.0 / every.low]);
    Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
        let path = facts.path(offer.every_months);
        weak(facts, &path, share).act(Action::new("action-rarer-offers", vec![Edit::Set(path, 3.0)]).number(
            "months",
            Form::Months,
            3.0,
        ))
    })
}

fn weak(facts: &Facts, path: &str, share: Interval) -> Weakness {
    Weakness::at(path)
        .formula("share", Form::Share, share)
        .limit("limit", Form::Share, LIMIT)
        .stake(facts.money(Fact::Discounts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.seasonal_sale]]\nmonths = [1, 2, 3, 4, 5]\ndiscount = 0.1",
            "[[program.seasonal_sale]]\nmonths = [1, 2, 3, 4]\ndiscount = 0.1",
        );
    }
}
