//! A02: The referral rewards exceed the margin of the friend's first purchase, so inventing a friend pays.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Referral, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side, Spread};

pub const RULE: Rule = Rule {
    code: Code("A02"),
    severity: Severity::Moderate,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Referral { reward, friend_reward, .. }) = Referral::of(&element.kind) else {
            return Judgement::Absent;
        };
        let (mine, yours) = (facts.number(reward), facts.number(friend_reward));
        let margin = first_margin(facts);
        let ratio = Interval::of_design([
            (mine.low + yours.low) / margin.high,
            (mine.value + yours.value) / margin.value,
            (mine.high + yours.high) / margin.low,
        ]);
        Judgement::of(Known::of(ratio, Side::Above, 1.0), |ratio| {
            // In steps of a twentieth, downwards: what is left is worth at most half of the margin.
            let factor = ((0.5 / ratio.value * 20.0).floor() / 20.0).clamp(0.05, 1.0);
            let edits = [reward, friend_reward].map(|id| Edit::Scale(facts.path(id), factor)).to_vec();
            Weakness::at(facts.path(reward))
                .formula("ratio", Form::Times, ratio)
                .formula("margin", Form::Money, margin)
                .act(Action::new("action-smaller-referral", edits).number("factor", Form::Share, factor))
        })
    }))
}

/// Margin of an average transaction, segments by their shares.
fn first_margin(facts: &Facts) -> Interval {
    let sum = |end: fn(&Interval) -> f64| {
        let of = |s: &crate::design::Segment| {
            facts.central(s.share) * end(&facts.number(s.basket)) * end(&facts.number(s.gross_margin))
        };
        facts.design.segments.iter().map(of).sum::<f64>()
    };
    let (low, value, high) = (sum(|i| i.low), sum(|i| i.value), sum(|i| i.high));
    let certain = Interval::certain(value);
    if low < high { Interval { low, high, spread: Spread::Design, ..certain } } else { certain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    /// The average transaction value is 25, its margin 10.
    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.referral]]\nreward = 6\nfriend_reward = 4.1",
            "[[program.referral]]\nreward = 6\nfriend_reward = 3.9",
        );
    }
}
