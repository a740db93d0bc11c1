//! E11: A comparison of members with non-members overstates the effect several times.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E11"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// Twice the true effect.
pub const LIMIT: f64 = 2.0;

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_some() && !facts.knows_members() {
        return Judgement::Absent;
    }
    if facts.plans(PlanItem::ControlGroup) {
        return Judgement::Clear;
    }
    judged(facts, Fact::LiftOverstated, Side::Above, LIMIT, |ratio| {
        Weakness::at("plan.control_group")
            .times(ratio, "rule-e11-found-many")
            .limit("limit", Form::Times, LIMIT)
            .act(Action::to_organise(facts.control_group()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::LiftOverstated, Side::Above, 2.0, LADDER);
    }
}
