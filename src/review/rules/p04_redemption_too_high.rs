//! P04: Nearly all points are redeemed: they are money, and cost as much.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::{Edit, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P04"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// The alarm.
pub const LIMIT: f64 = 0.80;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::Redemption, Side::Above, LIMIT, |share| {
        let earns = facts.all::<Points>().map(|(_, element)| element.earn);
        let less = |id| {
            Action::new("action-cut-points", vec![Edit::Scale(facts.path(id), 0.75)]).number(
                "factor",
                Form::Share,
                0.75,
            )
        };
        Weakness::at("program.points")
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Rewards))
            .acts(earns.map(less).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::Redemption, Side::Above, 0.8, POINTS);
    }
}
