//! P03: Few points are redeemed: the reward is out of reach or unattractive.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::design::{Edit, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P03"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// The alarm.
pub const LIMIT: f64 = 0.20;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::Redemption, Side::Below, LIMIT, |share| {
        Weakness::at("program.points")
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Breakage))
            .acts(lower(facts))
    })
}

fn lower(facts: &Facts) -> Vec<Action> {
    let minimum = facts.all::<Points>().map(|(_, element)| element.minimum_to_redeem);
    let lowered = |id| {
        let to = remedies::whole_points(0.3 * facts.central(id));
        let lower = Action::new("action-lower-minimum", vec![Edit::Set(facts.path(id), to)]);
        (to < facts.central(id)).then(|| lower.number("to", Form::Count, to))
    };
    minimum.filter_map(lowered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::Redemption, Side::Below, 0.2, POINTS);
    }
}
