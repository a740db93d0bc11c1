//! T04: Tiers with financial benefits only: nobody is recognised.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Tiers, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("T04"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{TIERS, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.tiers]]\nsteps = [{ name = 'g', spend_per_year = 500, recognition = 0 }]",
            TIERS,
        );
    }
}
