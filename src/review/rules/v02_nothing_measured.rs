//! V02: Not one number of the design has been measured.

use super::{Action, Code, Judgement, Rule, Weakness};
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
