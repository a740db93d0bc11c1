//! S03: Staff are trained once; without follow-up the effect is lost within months.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, StaffTraining, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;
use crate::units::Money;

pub const RULE: Rule = Rule {
    code: Code("S03"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Months of half-life.
pub const LIMIT: f64 = 18.0;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&StaffTraining { fades_half_life_months, .. }) = StaffTraining::of(&element.kind) else {
            return Judgement::Absent;
        };
        let half_life = facts.number(fades_half_life_months);
        let known = if half_life.value == 0.0 { Known::No } else { Known::of(half_life, Side::Below, LIMIT) };
        Judgement::of(known, |half_life| {
            let months = element.until.saturating_sub(element.from).max(1) as f64;
            let once = facts.central(element.setup_cost);
            let monthly = remedies::round(once / half_life.value.max(1.0));
            let edits = vec![
                Edit::Set(facts.path(fades_half_life_months), 0.0),
                Edit::Set(
                    facts.path(element.cost_per_month),
                    facts.central(element.cost_per_month) + monthly,
                ),
            ];
            Weakness::at(facts.path(fades_half_life_months))
                .design("months", Form::Months, half_life)
                .limit("limit", Form::Months, LIMIT)
                .stake(Money::new(once + months * facts.central(element.cost_per_month)))
                .act((monthly > 0.0).then(|| {
                    Action::new("action-keep-training", edits).number("monthly", Form::Money, monthly)
                }))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 17",
            "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 19",
        );
    }
}
