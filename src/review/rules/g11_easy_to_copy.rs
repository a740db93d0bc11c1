//! G11: The program offers only money: any rival can copy it within weeks.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, PlanItem, Tiers};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::reachable::Spending;

pub const RULE: Rule = Rule {
    code: Code("G11"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    let only_money = facts.elements().iter().all(|e| e.facts().easily_copied);
    Judgement::plain(only_money && !facts.plans(PlanItem::HardToCopy), || {
        Weakness::at("program")
            .stake(facts.money(Fact::Discounts) + facts.money(Fact::Rewards))
            .act(recognise(facts))
            .act(remedies::recover_complaints(facts))
    })
}

/// A status for the best tenth of the customers that is honour and no money.
fn recognise(facts: &Facts) -> Option<Action> {
    if facts.has::<Tiers>() {
        return None;
    }
    // a segment of a few customers sets no threshold for all the others
    let segments = facts.design.segments.iter().filter(|s| facts.central(s.share) >= 0.01);
    let best = segments.map(|s| Spending::of(facts.design, s).reached_by(0.1)).fold(0.0, f64::max);
    let spend = remedies::round(best);
    let lines = format!(
        "steps = [{{ name = \"Friend of the house\", spend_per_year = {spend}, recognition = 0.05 }}]\n"
    );
    let action = Action::new("action-recognise", vec![Edit::Append("program.tiers", lines)]);
    (spend > 0.0).then(|| action.number("spend", Form::Money, spend).alone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, LADDER, "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5");
    }
}
