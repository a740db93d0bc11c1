//! V02: Not one number of the design has been measured.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::Basis;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Interval;

pub const RULE: Rule = Rule {
    code: Code("V02"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    let stated: usize = Basis::ALL.into_iter().map(|basis| facts.stated(basis)).sum();
    Judgement::plain(facts.stated(Basis::Measured) == 0, || {
        Weakness::at("business")
            .formula("stated", Form::Count, Interval::certain(stated as f64))
            .stake(facts.money(Fact::NetEffect))
            .act(Action::to_organise("action-measure"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            LADDER,
            "entry_purchases = { value = 1, basis = 'measured', source = 'x' }\n[[program.points]]\nearn = 0.05",
        );
    }
}
