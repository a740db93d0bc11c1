//! D01: A discount as deep as the margin: the sale earns nothing.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, Element, NumberId, PaymentTerms, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("D01"),
    severity: Severity::Critical,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let elements = || facts.elements().iter();
    let discounts = elements()
        .flat_map(|element| element.discounts().into_iter().map(move |id| of_discount(facts, element, id)));
    let points = facts.all::<Points>().map(|(element, points)| of_points(facts, element, points));
    let credit = facts.all::<PaymentTerms>().map(|(element, terms)| of_credit(facts, element, terms));
    Judgement::all(discounts.chain(points).chain(credit))
}

fn of_discount(facts: &Facts, element: &Element, id: NumberId) -> Judgement {
    let (depth, margin) = (facts.number(id), facts.margin_of(element));
    let known = if depth.value == 0.0 { Known::Absent } else { beyond(depth, margin) };
    Judgement::of(known, |_| {
        let to = remedies::round(0.3 * margin.value);
        let edits = vec![Edit::Scale(facts.path(id), to / depth.value)];
        Weakness::at(facts.path(id))
            .design("discount", Form::Share, depth)
            .design("margin", Form::Share, margin)
            .stake(facts.money(Fact::Discounts))
            .act(Action::new("action-scale-discount", edits).number("to", Form::Share, to))
            .act(remedies::drop(facts, element))
    })
}

/// Points that cost as much as the margin are no better.
fn of_points(facts: &Facts, element: &Element, points: &Points) -> Judgement {
    let (rate, share, margin) =
        (facts.number(points.earn), facts.number(points.cost_share), facts.margin_of(element));
    let cost = Interval {
        low: rate.low * share.low,
        value: rate.value * share.value,
        high: rate.high * share.high,
        ..rate
    };
    Judgement::of(beyond(cost, margin), |_| {
        let factor = 0.3 * margin.value / cost.value;
        let edits = vec![Edit::Scale(facts.path(points.earn), factor)];
        Weakness::at(facts.path(points.earn))
            .saying("rule-d01-points")
            .formula("cost", Form::Share, cost)
            .design("margin", Form::Share, margin)
            .stake(facts.money(Fact::Rewards))
            .act(Action::new("action-cut-points", edits).number("factor", Form::Share, factor))
            .act(remedies::drop(facts, element))
    })
}

/// Credit that is not paid back is given away.
fn of_credit(facts: &Facts, element: &Element, terms: &PaymentTerms) -> Judgement {
    let (lost, margin) = (facts.number(terms.bad_debt), facts.margin_of(element));
    Judgement::of(beyond(lost, margin), |_| {
        Weakness::at(facts.path(terms.bad_debt))
            .saying("rule-d01-credit")
            .design("cost", Form::Share, lost)
            .design("margin", Form::Share, margin)
            .act(remedies::drop(facts, element))
    })
}

/// Whether what is given is more than the margin for sure: its low end above the margin's high end.
fn beyond(given: Interval, margin: Interval) -> Known {
    let gap = Interval {
        low: given.low - margin.high,
        value: given.value - margin.value,
        high: given.high - margin.low,
        ..given
    };
    Known::of(gap, Side::Above, 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.41 }]",
            "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.39 }]",
        );
    }

    #[test]
    fn points_that_cost_the_margin_are_no_better() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.81\ncost_share = 0.5",
            "[[program.points]]\nearn = 0.79\ncost_share = 0.5",
        );
    }

    #[test]
    fn credit_that_is_not_paid_back_is_no_better() {
        on_designs(
            &RULE,
            "[[program.payment_terms]]\nmonths = 2\nbad_debt = 0.41",
            "[[program.payment_terms]]\nmonths = 2\nbad_debt = 0.39",
        );
    }
}
