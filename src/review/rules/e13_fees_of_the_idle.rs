//! E13: A large part of the fees is paid by people who bought nothing: bad profit.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E13"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// Three months in ten.
pub const LIMIT: f64 = 0.3;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::IdleFees, Side::Above, LIMIT, |share| {
        Weakness::default()
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::Fees) * share.value)
            .act(Action::to_organise("action-tell-the-idle"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::IdleFees, Side::Above, 0.3, LADDER);
    }
}
