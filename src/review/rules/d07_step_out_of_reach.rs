//! D07: A step of the cumulative discount that hardly anybody reaches within the period, or of a volume bonus within a year.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{CumulativeDiscount, Edit, Element, LadderBy, NumberId, Variant, VolumeBonus};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};
use crate::review::reachable::Spending;

pub const RULE: Rule = Rule {
    code: Code("D07"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// Hardly anybody: less than one in a hundred.
pub const LIMIT: f64 = 0.01;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().flat_map(|element| {
        if let Some(CumulativeDiscount { by, steps }) = CumulativeDiscount::of(&element.kind) {
            let years = element.until.saturating_sub(element.from) as f64 / 12.0;
            let step = |from| of_step(facts, element, (from, *by, years.max(1.0 / 12.0)));
            return steps.iter().map(|s| step(s.from)).collect::<Vec<_>>();
        }
        let bonus = VolumeBonus::of(&element.kind);
        let step = |from| of_step(facts, element, (from, LadderBy::Spend, 1.0));
        bonus.iter().flat_map(|bonus| &bonus.steps).map(|s| step(s.from)).collect()
    }))
}

/// A step with so many years to reach it.
fn of_step(facts: &Facts, element: &Element, (from, by, years): (NumberId, LadderBy, f64)) -> Judgement {
    let share = best_share(facts, element, by, facts.central(from) / years);
    Judgement::of(Known::of(share, Side::Below, LIMIT), |share| {
        Weakness::at(facts.path(from))
            .formula("share", Form::Share, share)
            .design("from", Form::Count, facts.number(from))
            .limit("limit", Form::Share, LIMIT)
            .act(Action::new("action-lower-step", vec![Edit::Scale(facts.path(from), 0.5)]).number(
                "factor",
                Form::Share,
                0.5,
            ))
    })
}

/// Share of the customers of the best segment that it is for who spend, or buy, that much in a year.
fn best_share(facts: &Facts, element: &Element, by: LadderBy, needed: f64) -> Interval {
    let share = |segment| {
        let spending = Spending::of(facts.design, segment);
        match by {
            LadderBy::Spend => spending.share_above(needed),
            LadderBy::Purchases => spending.share_above(needed * facts.central(segment.basket)),
        }
    };
    let segments = facts.design.segments.iter().enumerate();
    let shares = segments.filter(|(at, _)| element.is_for(*at)).map(|(_, segment)| share(segment));
    shares.max_by(|a, b| a.value.total_cmp(&b.value)).unwrap_or(Interval::certain(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.cumulative_discount]]\nby = 'spend'\nsteps = [{ from = 1000000, discount = 0.05 }]",
            "[[program.cumulative_discount]]\nby = 'spend'\nsteps = [{ from = 500, discount = 0.05 }]",
        );
        on_designs(
            &RULE,
            "[[program.volume_bonus]]\nsteps = [{ spend_per_year = 1000000, bonus = 0.05 }]",
            "[[program.volume_bonus]]\nsteps = [{ spend_per_year = 200, bonus = 0.05 }]",
        );
    }
}
