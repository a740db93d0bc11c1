//! E09: Discounts and rewards take a large part of the gross margin.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::design::{Edit, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E09"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// A quarter of the gross margin.
pub const LIMIT: f64 = 0.25;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::MarginGiven, Side::Above, LIMIT, |share| {
        Weakness::default()
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Discounts) + facts.money(Fact::Rewards))
            .act(remedies::scale_discounts(facts, facts.elements(), 0.5))
            .acts(half_the_points(facts))
            .acts(remedies::on_gifts(facts))
    })
}

fn half_the_points(facts: &Facts) -> Vec<Action> {
    let earns = facts.all::<Points>().map(|(_, element)| element.earn);
    let half = |id| {
        Action::new("action-cut-points", vec![Edit::Scale(facts.path(id), 0.5)]).number(
            "factor",
            Form::Share,
            0.5,
        )
    };
    earns.map(half).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::MarginGiven, Side::Above, 0.25, LADDER);
    }
}
