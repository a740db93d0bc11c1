//! D07: A step of the cumulative discount that hardly anybody reaches within the period.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{CumulativeDiscount, Edit, LadderBy, Variant};
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
        let Some(CumulativeDiscount { by, steps }) = CumulativeDiscount::of(&element.kind) else {
            return Vec::new();
        };
        let years = element.until.saturating_sub(element.from) as f64 / 12.0;
        let steps = steps.iter().map(|step| {
            let needed = facts.central(step.from) / years.max(1.0 / 12.0);
            let share = best_share(facts, *by, needed);
            Judgement::of(Known::of(share, Side::Below, LIMIT), |share| {
                Weakness::at(facts.path(step.from))
                    .formula("share", Form::Share, share)
                    .design("from", Form::Count, facts.number(step.from))
                    .limit("limit", Form::Share, LIMIT)
                    .act(
                        Action::new("action-lower-step", vec![Edit::Scale(facts.path(step.from), 0.5)])
                            .number("factor", Form::Share, 0.5),
                    )
            })
        });
        steps.collect()
    }))
}

/// Share of the customers of the best segment who spend, or buy, that much in a year.
fn best_share(facts: &Facts, by: LadderBy, needed: f64) -> Interval {
    let share = |segment| {
        let spending = Spending::of(facts.design, segment);
        match by {
            LadderBy::Spend => spending.share_above(needed),
            LadderBy::Purchases => spending.share_above(needed * facts.central(segment.basket)),
        }
    };
    let shares = facts.design.segments.iter().map(share);
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
    }
}
