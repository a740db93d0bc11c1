//! T04: A status that is only money: nobody is recognised.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::{Tiers, Variant};
use crate::review::change::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("T04"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(Tiers { tiers, .. }) = Tiers::of(&element.kind) else { return Judgement::Absent };
        let cold: Vec<_> = tiers.iter().filter(|tier| facts.number(tier.recognition).high == 0.0).collect();
        Judgement::plain(cold.len() == tiers.len(), || {
            let edits = cold.iter().map(|tier| Edit::Set(facts.path(tier.recognition), 0.05)).collect();
            Weakness::at(&element.path)
                .stake(0.1 * facts.money(Fact::ProgramCost))
                .act(Action::new("action-recognise-tiers", edits).alone())
        })
    }))
}
