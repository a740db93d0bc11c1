//! V03: Guesses are stated as if they were certain: the risk looks smaller than it is.

use super::{Action, Code, Judgement, Rule, Weakness};
use crate::design::Basis;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("V03"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    judge,
};

/// Half of the guesses.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    let guesses = facts.design.numbers.iter().filter(|(_, n)| {
        n.span.is_some()
            && n.basis == Basis::Assumed
            && !n.path.starts_with("program")
            && !n.path.starts_with("goal")
    });
    let (all, certain) =
        guesses.fold((0, 0), |(all, certain), (_, n)| (all + 1, certain + usize::from(n.law.is_certain())));
    if all == 0 {
        return Judgement::Absent;
    }
    let share = Interval::certain(certain as f64 / all as f64);
    Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
        Weakness::at("business")
            .formula("share", Form::Share, share)
            .formula("certain", Form::Count, Interval::certain(certain as f64))
            .formula("all", Form::Count, Interval::certain(all as f64))
            .limit("limit", Form::Share, LIMIT)
            .act(Action::to_organise("action-give-ranges"))
    })
}
