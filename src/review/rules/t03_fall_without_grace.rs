//! T03: Members lose their tier at once: a demotion has more effect than a promotion.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Tiers, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("T03"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// Months of grace.
pub const LIMIT: f64 = 1.0;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Tiers { grace_months, .. }) = Tiers::of(&element.kind) else { return Judgement::Absent };
        Judgement::of(Known::of(facts.number(grace_months), Side::Below, LIMIT), |months| {
            Weakness::at(facts.path(grace_months))
                .design("months", Form::Months, months)
                .limit("limit", Form::Months, LIMIT)
                .stake(0.1 * facts.money(Fact::ProgramCost))
                .act(Action::new("action-grace", vec![Edit::Set(facts.path(grace_months), 3.0)]).number(
                    "months",
                    Form::Months,
                    3.0,
                ))
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
            "[[program.tiers]]\ngrace_months = 0\nsteps = [{ name = 'g', spend_per_year = 500 }]",
            "[[program.tiers]]\ngrace_months = 2\nsteps = [{ name = 'g', spend_per_year = 500 }]",
        );
    }
}
