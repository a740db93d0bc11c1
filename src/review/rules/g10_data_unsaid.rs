//! G10: Customers are known by name, but nobody has said how they agree to it.

use super::{Action, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::design::{PlanItem};
use crate::review::facts::{Facts};

/// Customers are known by name, but nobody has said how they agree to it.
pub const RULE: Rule = Rule {
    code: "G10",
    severity: Severity::Moderate,
    support: Support::Rule,
    source: "data protection law: consent, purpose, sharing",
    messages: ["rule-g10", "rule-g10-found", "rule-g10-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if !facts.knows_members() {
        return Judgement::Absent;
    }
    Judgement::plain(!facts.plans(PlanItem::Consent), || Weakness::at("plan.consent").act(Action::to_organise("action-ask-consent")))
}
