//! G19: More elements for customers than anybody can explain at the till.

use super::{Action, Code, Judgement, Rule, Weakness, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("G19"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    judge,
};

/// Elements for customers.
pub const LIMIT: f64 = 6.0;

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    let for_customers = facts.elements().iter().filter(|e| !e.facts().is_service());
    let count = Interval::certain(for_customers.clone().count() as f64);
    Judgement::of(Known::of(count, Side::Above, LIMIT), |count| {
        let drops: Vec<Action> = for_customers.filter_map(|element| remedies::drop(facts, element)).collect();
        Weakness::at("program")
            .formula("count", Form::Count, count)
            .limit("limit", Form::Count, LIMIT)
            .stake(0.1 * facts.money(Fact::Fixed))
            .acts(drops)
    })
}
