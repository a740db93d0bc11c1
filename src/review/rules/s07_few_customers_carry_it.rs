//! S07: A few customers carry the business: the program must not be for the average one.

use super::{Action, Judgement, Rule, Weakness, judged};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::{Form};
use crate::review::interval::{Side};

/// A few customers carry the business: the program must not be for the average one.
pub const RULE: Rule = Rule {
    code: "S07",
    severity: Severity::Moderate,
    support: Support::Published,
    source: "Ehrenberg-Bass: the top fifth usually bring 50 to 70 %, not 80; the limit is the folk 80/20",
    messages: ["rule-s07", "rule-s07-found", "rule-s07-why"],
    judge,
};

/// Share of revenue of the top fifth.
pub const LIMIT: f64 = 0.80;

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    judged(facts, Fact::TopFifth, Side::Above, LIMIT, |share| {
        Weakness::at("segment")
            .formula("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .act(Action::to_organise("action-look-after-the-top"))
    })
}
