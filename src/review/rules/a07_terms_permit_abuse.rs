//! A07: The terms allow what invites abuse: points for gift cards, points that stay when goods go back, several accounts of one person.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::plan_text;

pub const RULE: Rule = Rule {
    code: Code("A07"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if !facts.knows_members() {
        return Judgement::Absent;
    }
    let holes = plan_text::holes(facts.design).into_iter();
    let weak: Vec<Weakness> = holes
        .map(|(item, hole)| {
            Weakness::at(format!("plan.{}", item.key()))
                .name("hole", "hole", hole.key())
                .stake(facts.money(Fact::Rewards))
                .act(Action::to_organise("action-close-hole"))
        })
        .collect();
    if weak.is_empty() { Judgement::Clear } else { Judgement::Weak(weak) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\n[plan]\nterms = 'points on returned goods stay'",
            "[[program.points]]\nearn = 0.05\n[plan]\nterms = 'points on returned goods are taken back'",
        );
    }
}
