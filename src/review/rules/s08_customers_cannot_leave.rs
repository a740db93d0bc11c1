//! S08: Customers who cannot leave are paid for staying.

use super::{Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::Category;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("S08"),
    severity: Severity::Serious,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Half of the customers.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    let pays = facts.elements().iter().filter(|element| !element.facts().is_service());
    let pays: Vec<_> = pays.collect();
    if pays.is_empty() {
        return Judgement::Absent;
    }
    Judgement::of(Known::of(hostages(facts), Side::Above, LIMIT), |share| {
        let path = facts.path(facts.design.segments[0].categories[Category::Hostage as usize]);
        let money = facts.money(Fact::Discounts) + facts.money(Fact::Rewards);
        Weakness::at(path)
            .design("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(share.value * money)
            .acts(pays.iter().filter_map(|element| remedies::drop(facts, element)).collect())
            .act(remedies::recover_complaints(facts))
    })
}

/// Share of hostages among all customers.
fn hostages(facts: &Facts) -> Interval {
    let sum = |end: fn(&Interval) -> f64| -> f64 {
        let segments = facts.design.segments.iter();
        let of = |segment: &crate::design::Segment| {
            let all: f64 = segment.categories.iter().map(|id| facts.central(*id)).sum();
            let hostage = facts.number(segment.categories[Category::Hostage as usize]);
            facts.central(segment.share) * end(&hostage) / all.max(f64::MIN_POSITIVE)
        };
        segments.map(of).sum()
    };
    let shares: f64 = facts.design.segments.iter().map(|segment| facts.central(segment.share)).sum();
    let spread = facts.number(facts.design.segments[0].categories[Category::Hostage as usize]).spread;
    let [low, value, high] = [sum(|i| i.low), sum(|i| i.value), sum(|i| i.high)].map(|share| share / shares);
    Interval { low, value, high, spread }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::review::rules::tests::{DESIGN, POINTS, speaks};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        let judge = |hostage: f64, element: &str| {
            let categories =
                format!("basket = 30\ncategories = {{ faithful = {}, hostage = {hostage} }}", 1.0 - hostage);
            let text = DESIGN.replace("basket = 30", &categories);
            let text = text.replace("basket = 20", &categories.replace("30", "20")) + element;
            let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
            (RULE.judge)(&Facts::new(&design))
        };
        speaks(&RULE, &judge(0.51, POINTS));
        assert_eq!(judge(0.49, POINTS), Judgement::Clear);
        assert_eq!(
            judge(0.9, "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5"),
            Judgement::Absent
        );
    }
}
