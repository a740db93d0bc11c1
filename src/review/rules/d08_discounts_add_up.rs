//! D08: Several discounts on one purchase add up to a large part of the margin.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Element, Stacking};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("D08"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// Half of the margin.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    let Some(program) = facts.program().filter(|p| p.stacking == Stacking::Sum) else {
        return Judgement::Absent;
    };
    let deepest = |element: &Element| {
        let depths = element.discounts().into_iter().map(|id| facts.number(id));
        depths.max_by(|a, b| a.value.total_cmp(&b.value))
    };
    let depths: Vec<Interval> =
        program.elements.iter().filter_map(deepest).filter(|d| d.value > 0.0).collect();
    let margins = program.elements.iter().map(|element| facts.margin_of(element));
    let Some(margin) = margins.min_by(|a, b| a.value.total_cmp(&b.value)).filter(|_| depths.len() > 1) else {
        return Judgement::Absent;
    };
    let sum = |end: fn(&Interval) -> f64| depths.iter().map(end).sum::<f64>();
    let share = Interval::of_design([
        sum(|d| d.low) / margin.high,
        sum(|d| d.value) / margin.value,
        sum(|d| d.high) / margin.low,
    ]);
    Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
        Weakness::at("program.stacking")
            .formula("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Discounts))
            .act(Action::new(
                "action-best-discount",
                vec![Edit::SetText("program.stacking".to_owned(), "best".to_owned())],
            ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "stacking = 'sum'\n[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.11 }]\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.11",
            "stacking = 'sum'\n[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.09 }]\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.09",
        );
    }
}
