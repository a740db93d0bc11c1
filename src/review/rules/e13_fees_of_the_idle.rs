//! E13: A large part of the fees is paid by people who bought nothing: bad profit.

use super::{Action, Judgement, Rule, Weakness, judged};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

/// A large part of the fees is paid by people who bought nothing: bad profit.
pub const RULE: Rule = Rule {
    code: "E13",
    severity: Severity::Moderate,
    support: Support::Opinion,
    source: "Reichheld & Markey 2011 on bad profits; the limit is a judgement",
    messages: ["rule-e13", "rule-e13-found", "rule-e13-why"],
    judge,
};

/// Three months in ten.
pub const LIMIT: f64 = 0.3;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::IdleFees, Side::Above, LIMIT, |share| {
        Weakness::default()
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Fees) * share.value)
            .act(Action::to_organise("action-tell-the-idle"))
    })
}
