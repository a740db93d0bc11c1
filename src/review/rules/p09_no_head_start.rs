//! P09: Members start from zero, though a head start brings them to the first reward.

use super::{Action, Code, Judgement, Rule, Weakness, remedies};
use crate::design::{Points, Variant};
use crate::review::change::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;

pub const RULE: Rule = Rule {
    code: Code("P09"),
    severity: Severity::Moderate,
    support: Support::Published,
    algorithm: false,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Points { minimum_to_redeem, welcome_points, .. }) = Points::of(&element.kind) else {
            return Judgement::Absent;
        };
        let minimum = facts.number(minimum_to_redeem);
        if minimum.value == 0.0 {
            return Judgement::Absent;
        }
        Judgement::plain(facts.number(welcome_points).high == 0.0, || {
            let gift = remedies::round(0.2 * minimum.value);
            Weakness::at(facts.path(welcome_points))
                .design("minimum", Form::Count, minimum)
                .stake(0.2 * facts.money(Fact::Rewards))
                .act(
                    Action::new("action-welcome-points", vec![Edit::Set(facts.path(welcome_points), gift)])
                        .number("points", Form::Count, gift),
                )
        })
    }))
}
