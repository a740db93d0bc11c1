//! G13: Nothing in the program is for those who have to carry it: the staff.

use super::{Action, Judgement, Rule, Weakness, remedies};
use crate::review::content::{Severity, Support};
use crate::design::{PlanItem};
use crate::review::facts::{Fact, Facts};

/// Nothing in the program is for those who have to carry it: the staff.
pub const RULE: Rule = Rule {
    code: "G13",
    severity: Severity::Moderate,
    support: Support::Published,
    source: "Rucci, Kirn & Quinn 1998; Maxham, Netemeyer & Lichtenstein 2008",
    messages: ["rule-g13", "rule-g13-found", "rule-g13-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    let service = facts.elements().iter().any(|e| remedies::SERVICE.contains(&remedies::kind_of(e)));
    Judgement::plain(!service && !facts.plans(PlanItem::Staff), || {
        let tenth = 0.1 * facts.money(Fact::ProgramCost);
        Weakness::at("plan.staff")
            .stake(facts.money(Fact::ResistanceCost))
            .act(remedies::train_staff(facts, tenth)).act(Action::to_organise("action-involve-staff"))
    })
}
