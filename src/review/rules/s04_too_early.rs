//! S04: The program starts before the service works: customers leave faster than it can retain them.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("S04"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Annual retention.
pub const LIMIT: f64 = 0.5;
/// Failures per purchase.
pub const FAILURES: f64 = 0.05;

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    let (business, service) = (&facts.design.business, &facts.design.service);
    let leaking = Known::of(facts.retention(), Side::Below, LIMIT);
    let failing = Known::of(facts.number(service.failures_per_purchase), Side::Above, FAILURES);
    let known = match (leaking, failing) {
        (Known::Yes(_), _) | (_, Known::Yes(_)) => Known::Yes(facts.retention()),
        (Known::CannotTell(interval), _) | (_, Known::CannotTell(interval)) => Known::CannotTell(interval),
        _ => Known::No,
    };
    Judgement::of(known, |retention| {
        Weakness::at(facts.path(business.staying.number()))
            .design("retention", Form::Share, retention)
            .design("failures", Form::Share, facts.number(service.failures_per_purchase))
            .stake(facts.money(Fact::Fixed))
            .act(repair_first(facts))
            .act(remedies::recover_complaints(facts))
    })
}

/// Complaints put right in place of all elements, at half of the fixed cost.
fn repair_first(facts: &Facts) -> Option<Action> {
    let mut action = remedies::recover_complaints(facts)?;
    action.message = "action-repair-first";
    action.edits.extend(remedies::cut_fixed(facts, 0.5).into_iter().flat_map(|cut| cut.edits));
    action.edits.extend(facts.elements().iter().map(|element| Edit::Remove(element.path.clone())));
    Some(action.alone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = 0.051",
            "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = 0.049",
        );
    }
}
