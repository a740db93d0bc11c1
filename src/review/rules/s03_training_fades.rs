//! S03: Staff are trained once; without follow-up it is gone within months.

use super::{Action, Code, Judgement, Rule, Weakness, remedies};
use crate::design::{StaffTraining, Variant};
use crate::review::change::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("S03"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
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
                .stake(once + months * facts.central(element.cost_per_month))
                .act((monthly > 0.0).then(|| {
                    Action::new("action-keep-training", edits).number("monthly", Form::Money, monthly)
                }))
        })
    }))
}
