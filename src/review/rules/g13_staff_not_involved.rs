//! G13: Nothing in the program involves the staff who deliver it.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G13"),
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
    let service = facts.elements().iter().any(|e| e.facts().is_service());
    Judgement::plain(!service && !facts.plans(PlanItem::Staff), || {
        Weakness::at("plan.staff")
            .stake(facts.money(Fact::ResistanceCost))
            .act(remedies::train_staff(facts))
            .act(Action::to_organise("action-involve-staff"))
    })
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
