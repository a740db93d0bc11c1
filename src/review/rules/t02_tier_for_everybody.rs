//! T02: A tier that most customers reach: it gives no status.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::{Edit, Tiers};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("T02"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// Half of the customers.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.all::<Tiers>().enumerate().flat_map(|(at, (_, scheme))| {
        let judgements = scheme.tiers.iter().enumerate().map(|(t, tier)| {
            judged(facts, Fact::TierShare(at, t), Side::Above, LIMIT, |share| {
                let path = facts.path(tier.threshold);
                let scale = Action::new("action-raise-tier", vec![Edit::Scale(path.clone(), 2.0)]);
                Weakness::at(path)
                    .formula("share", Form::Share, share)
                    .limit("limit", Form::Share, LIMIT)
                    .text("tier", &tier.name)
                    .stake(facts.money(Fact::Rewards))
                    .act(
                        (t + 1 == scheme.tiers.len())
                            .then(|| scale.number("factor", Form::Times, 2.0).text("tier", &tier.name)),
                    )
            })
        });
        judgements.collect::<Vec<_>>()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{TIERS, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::TierShare(0, 0), Side::Above, 0.5, TIERS);
    }
}
