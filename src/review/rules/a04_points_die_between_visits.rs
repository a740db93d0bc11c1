//! A04: Points expire before an average customer comes again.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Points, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("A04"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let places = facts.elements().iter().flat_map(|element| {
        facts.design.segments.iter().enumerate().map(move |(at, segment)| (element, at, segment))
    });
    Judgement::all(places.map(|(element, at, segment)| {
        let Some(&Points { expiry_months, .. }) = Points::of(&element.kind) else { return Judgement::Absent };
        let (expiry, rate) = (facts.number(expiry_months), facts.number(segment.purchases_per_year));
        let other = !element.is_for(at);
        if other || expiry.low <= 0.0 || rate.low <= 0.0 {
            return Judgement::Absent;
        }
        let pause = Interval::of_design([12.0 / rate.high, 12.0 / rate.value, 12.0 / rate.low]);
        Judgement::of(Known::of(pause, Side::Above, expiry.high), |pause| {
            let path = facts.path(expiry_months);
            let months = (2.0 * pause.value).ceil().min(120.0);
            Weakness::at(&path)
                .formula("pause", Form::Months, pause)
                .design("expiry", Form::Months, expiry)
                .text("segment", &segment.name)
                .stake(facts.central(segment.share) * facts.money(Fact::Breakage))
                .act(Action::new("action-longer-expiry", vec![Edit::Set(path, months)]).number(
                    "months",
                    Form::Months,
                    months,
                ))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    /// Segment b comes every four months.
    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\nexpiry_months = 3",
            "[[program.points]]\nearn = 0.05\nexpiry_months = 4",
        );
    }
}
