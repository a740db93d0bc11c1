//! G13: Nothing in the program is for those who have to carry it: the staff.

use super::{Action, Code, Judgement, Rule, Weakness, remedies};
use crate::design::PlanItem;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("G13"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    let service = facts.elements().iter().any(|e| e.facts().is_service());
    Judgement::plain(!service && !facts.plans(PlanItem::Staff), || {
        let tenth = 0.1 * facts.money(Fact::ProgramCost);
        Weakness::at("plan.staff")
            .stake(facts.money(Fact::ResistanceCost))
            .act(remedies::train_staff(facts, tenth))
            .act(Action::to_organise("action-involve-staff"))
    })
}
