//! E12: A referred customer costs more than one acquired by advertising.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Referral, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("E12"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let cost = facts.number(facts.design.business.acquisition_cost);
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Referral { reward, friend_reward, .. }) = Referral::of(&element.kind) else {
            return Judgement::Absent;
        };
        if cost.low <= 0.0 {
            return Judgement::Absent;
        }
        let (mine, yours) = (facts.number(reward), facts.number(friend_reward));
        let ratio = Interval::of_design([
            (mine.low + yours.low) / cost.high,
            (mine.value + yours.value) / cost.value,
            (mine.high + yours.high) / cost.low,
        ]);
        Judgement::of(Known::of(ratio, Side::Above, 1.0), |ratio| {
            let factor = (0.8 / ratio.value).min(1.0);
            let edits = [reward, friend_reward].map(|id| Edit::Scale(facts.path(id), factor)).to_vec();
            Weakness::at(facts.path(reward))
                .formula("ratio", Form::Times, ratio)
                .design("cost", Form::Money, cost)
                .act(Action::new("action-smaller-referral", edits).number("factor", Form::Share, factor))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.referral]]\nreward = 6\nfriend_reward = 4.1",
            "[[program.referral]]\nreward = 6\nfriend_reward = 3.9",
        );
    }
}
