//! E08: A bad outcome costs a large part of a year's contribution.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E08"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// One tenth of a year's contribution.
pub const LIMIT: f64 = 0.10;

fn judge(facts: &Facts) -> Judgement {
    judged(facts, Fact::WorstShare, Side::Above, LIMIT, |share| {
        let month =
            facts.program().map(|p| p.launch + 12).filter(|month| *month < facts.design.horizon_months);
        // one end in one review: the best that was found
        let best = facts.get(Fact::BestEnd).map(|best| best.value as usize);
        let stop = best.or(month).map(|month| facts.design.month(month).to_string());
        Weakness::default()
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(facts.money(Fact::NetEffect))
            .act(stop.map(|stop| {
                Action::new(
                    "action-stop-after-a-year",
                    vec![Edit::SetText("program.stop".to_owned(), stop.clone())],
                )
                .text("month", stop)
                .alone()
            }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::WorstShare, Side::Above, 0.1, LADDER);
    }
}
