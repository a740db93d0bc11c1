//! S05: Staff hardly ever offer the program.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("S05"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Chance that a willing customer joins at a visit.
pub const LIMIT: f64 = 0.10;

fn judge(facts: &Facts) -> Judgement {
    let Some(program) = facts.program() else { return Judgement::Absent };
    Judgement::of(Known::of(facts.number(program.joins_per_visit), Side::Below, LIMIT), |chance| {
        Weakness::at(facts.path(program.joins_per_visit))
            .design("chance", Form::Share, chance)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Fixed))
            .act(
                Action::new("action-offer-it", vec![Edit::Set(facts.path(program.joins_per_visit), 0.25)])
                    .number("to", Form::Share, 0.25)
                    .alone(),
            )
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
            "joins_per_visit = 0.09\n[[program.points]]\nearn = 0.05",
            "joins_per_visit = 0.11\n[[program.points]]\nearn = 0.05",
        );
    }
}
