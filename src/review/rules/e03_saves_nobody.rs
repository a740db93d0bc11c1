//! E03: The program does not keep more customers than it drives away.

use super::{Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::{Form};
use crate::review::interval::{Side};

/// The program does not keep more customers than it drives away.
pub const RULE: Rule = Rule {
    code: "E03",
    severity: Severity::Critical,
    support: Support::Simulated,
    source: "simulation",
    messages: ["rule-e03", "rule-e03-found", "rule-e03-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::NetSaved, Side::Below, 0.0, |saved| {
        let drops = facts.elements().iter().filter_map(|element| remedies::drop(facts, element)).collect();
        Weakness::default().run("saved", Form::Customers, saved).stake(facts.money(Fact::ProgramCost)).acts(drops)
    })
}
