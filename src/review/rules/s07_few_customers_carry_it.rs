//! S07: Revenue depends on a few customers.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("S07"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Design,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::TopFifth, Side::Above, 0.8, POINTS);
    }
}
