//! T04: A status that is only money: nobody is recognised.

use super::{Action, Judgement, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::design::{ElementKind};
use crate::review::change::{Edit};
use crate::review::facts::{Fact, Facts};

/// A status that is only money: nobody is recognised.
pub const RULE: Rule = Rule {
    code: "T04",
    severity: Severity::Moderate,
    support: Support::Published,
    source: "Drèze & Nunes 2009; Henderson, Beck & Palmatier 2011",
    messages: ["rule-t04", "rule-t04-found", "rule-t04-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let ElementKind::Tiers { tiers, .. } = &element.kind else { return Judgement::Absent };
        let cold: Vec<_> = tiers.iter().filter(|tier| facts.number(tier.recognition).high == 0.0).collect();
        Judgement::plain(cold.len() == tiers.len(), || {
            let edits = cold.iter().map(|tier| Edit::Set(facts.path(tier.recognition), 0.05)).collect();
            Weakness::at(&element.path)
                .stake(0.1 * facts.money(Fact::ProgramCost))
                .act(Action::new("action-recognise-tiers", edits).alone())
        })
    }))
}
