//! A08: Credit costs nothing and outlasts several of the next purchases, so that customers always owe.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, PaymentTerms, Segment};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side, Spread};

pub const RULE: Rule = Rule {
    code: Code("A08"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// Purchases that one customer may owe at once.
pub const LIMIT: f64 = 3.0;
/// Months of credit that are usual between companies, however often they buy.
const USUAL: f64 = 3.0;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.all::<PaymentTerms>().map(|(element, terms)| {
        let free = facts.number(terms.interest_per_year).high
            < facts.number(facts.design.business.cost_of_capital).low;
        let segments = facts.design.segments.iter().enumerate();
        let users = segments.filter(|(at, _)| element.is_for(*at));
        let rate = |segment: &&Segment| facts.central(segment.purchases_per_year);
        let most = users.map(|(_, segment)| segment).max_by(|a, b| rate(a).total_cmp(&rate(b)));
        let Some(segment) = most.filter(|_| free && facts.central(terms.take_up) > 0.0) else {
            return Judgement::Clear;
        };
        let (months, rate) = (facts.number(terms.months), facts.number(segment.purchases_per_year));
        if months.low <= USUAL {
            return Judgement::Clear;
        }
        let spread = if rate.spread == Spread::None { months.spread } else { rate.spread };
        let open = Interval {
            low: months.low * rate.low / 12.0,
            value: months.value * rate.value / 12.0,
            high: months.high * rate.high / 12.0,
            spread,
        };
        Judgement::of(Known::of(open, Side::Above, LIMIT), |open| {
            let path = facts.path(terms.months);
            let until_next = (12.0 / rate.value).round().clamp(1.0, months.value);
            Weakness::at(&path)
                .design("months", Form::Months, months)
                .formula("open", Form::Count, open)
                .limit("limit", Form::Count, LIMIT)
                .text("segment", &segment.name)
                .act(Action::new("action-shorter-credit", vec![Edit::Set(path, until_next)]).number(
                    "months",
                    Form::Months,
                    until_next,
                ))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    /// Six purchases a year: seven months hold three and a half of them, five months two and a half.
    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, "[[program.payment_terms]]\nmonths = 7", "[[program.payment_terms]]\nmonths = 5");
        on_designs(
            &RULE,
            "[[program.payment_terms]]\nmonths = 12\ninterest_per_year = 0.02",
            "[[program.payment_terms]]\nmonths = 12\ninterest_per_year = 0.3",
        );
    }
}
