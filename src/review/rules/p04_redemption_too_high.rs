//! P04: Nearly all points are redeemed: they are money, and as dear.

use super::{Action, Judgement, Rule, Weakness, judged};
use crate::review::content::{Severity, Support};
use crate::design::{ElementKind};
use crate::review::change::{Edit};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::{Form};
use crate::review::interval::{Side};

/// Nearly all points are redeemed: they are money, and as dear.
pub const RULE: Rule = Rule {
    code: "P04",
    severity: Severity::Moderate,
    support: Support::Opinion,
    source: "loyalty vendors: above 80 % is costly; no study",
    messages: ["rule-p04", "rule-p04-found", "rule-p04-why"],
    judge,
};

/// The alarm.
pub const LIMIT: f64 = 0.80;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::Redemption, Side::Above, LIMIT, |share| {
        let earns = facts.elements().iter().filter_map(|element| match element.kind {
            ElementKind::Points { earn, .. } => Some(earn),
            _ => None,
        });
        let less = |id| Action::new("action-scale-points", vec![Edit::Scale(facts.path(id), 0.75)]).number("factor", Form::Share, 0.75);
        Weakness::at("program.points")
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Rewards))
            .acts(earns.map(less).collect())
    })
}
