//! D10: So many months with a sale or offer that customers wait for the next one.

use super::{Action, Code, Judgement, Rule, Weakness, remedies};
use crate::design::ElementKind;
use crate::review::change::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("D10"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    judge,
};

/// A third of the months.
pub const LIMIT: f64 = 1.0 / 3.0;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| match &element.kind {
        ElementKind::SeasonalSale { months, .. } => {
            let share = Interval::certain(months.len() as f64 / 12.0);
            Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
                weak(facts, &element.path, share).act(remedies::drop(facts, element))
            })
        }
        ElementKind::SpecialOffer { every_months, .. } => {
            let every = facts.number(*every_months);
            let share = Interval {
                low: 1.0 / every.high,
                value: 1.0 / every.value,
                high: 1.0 / every.low,
                spread: every.spread,
            };
            Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
                let path = facts.path(*every_months);
                weak(facts, &path, share).act(
                    Action::new("action-rarer-offers", vec![Edit::Set(path, 3.0)]).number(
                        "months",
                        Form::Months,
                        3.0,
                    ),
                )
            })
        }
        _ => Judgement::Absent,
    }))
}

fn weak(facts: &Facts, path: &str, share: Interval) -> Weakness {
    Weakness::at(path)
        .formula("share", Form::Share, share)
        .limit("limit", Form::Share, LIMIT)
        .stake(facts.money(Fact::Discounts))
}
