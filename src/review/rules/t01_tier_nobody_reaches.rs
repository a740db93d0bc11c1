//! T01: A tier that hardly anybody reaches.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::design::{Edit, TierBy, Tiers};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;
use crate::review::reachable::Spending;

pub const RULE: Rule = Rule {
    code: Code("T01"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// One customer in a hundred.
pub const LIMIT: f64 = 0.01;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.all::<Tiers>().enumerate().flat_map(|(at, (_, scheme))| {
        let judgements = scheme.tiers.iter().enumerate().map(|(t, tier)| {
            judged(facts, Fact::TierShare(at, t), Side::Below, LIMIT, |share| {
                let segments = facts.design.segments.iter();
                let reach =
                    segments.map(|s| Spending::of(facts.design, s).reached_by(0.05)).fold(0.0, f64::max);
                let to = remedies::round(reach);
                let path = facts.path(tier.threshold);
                Weakness::at(&path)
                    .formula("share", Form::Share, share)
                    .limit("limit", Form::Share, LIMIT)
                    .text("tier", &tier.name)
                    .act((scheme.by == TierBy::Spend && to < facts.central(tier.threshold)).then(|| {
                        Action::new("action-lower-tier", vec![Edit::Set(path, to)])
                            .number("to", Form::Money, to)
                            .text("tier", &tier.name)
                    }))
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
        beyond(&RULE, Fact::TierShare(0, 0), Side::Below, 0.01, TIERS);
    }
}
