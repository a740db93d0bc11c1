//! A06: The conditions of joining take an average customer more than a year.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side, Spread};

pub const RULE: Rule = Rule {
    code: Code("A06"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// Months from the launch.
pub const LIMIT: f64 = 12.0;

fn judge(facts: &Facts) -> Judgement {
    let Some(program) = facts.program().filter(|_| facts.knows_members()) else { return Judgement::Absent };
    let purchases = facts.number(program.entry_purchases);
    Judgement::all(facts.design.segments.iter().map(|segment| {
        let rate = facts.number(segment.purchases_per_year);
        if rate.low <= 0.0 {
            return Judgement::Absent;
        }
        // The first purchase is when one becomes a customer.
        let months = |purchases: f64, rate: f64| 12.0 * (purchases - 1.0).max(0.0) / rate;
        let (low, high) = (months(purchases.low, rate.high), months(purchases.high, rate.low));
        let spread = if low < high { Spread::Design } else { Spread::None };
        let wait = Interval { low, value: months(purchases.value, rate.value), high, spread };
        Judgement::of(Known::of(wait, Side::Above, LIMIT), |wait| {
            let path = facts.path(program.entry_purchases);
            Weakness::at(&path)
                .formula("months", Form::Months, wait)
                .limit("limit", Form::Months, LIMIT)
                .text("segment", &segment.name)
                .stake(facts.central(segment.share) * facts.money(Fact::Fixed))
                .act(Action::new("action-open-entry", vec![Edit::Set(path, 1.0)]))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    /// Segment b makes three purchases more within twelve months after the first.
    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "entry_purchases = 5\n[[program.points]]\nearn = 0.05",
            "entry_purchases = 4\n[[program.points]]\nearn = 0.05",
        );
    }
}
