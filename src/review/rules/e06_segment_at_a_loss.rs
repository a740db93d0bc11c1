//! E06: One segment is served at a loss.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;
use crate::units::Money;

pub const RULE: Rule = Rule {
    code: Code("E06"),
    severity: Severity::Moderate,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.design.segments.len() < 2 {
        return Judgement::Absent;
    }
    Judgement::all(facts.design.segments.iter().enumerate().map(|(i, segment)| {
        // a segment that no element is for only bears its share of the fixed cost
        if !facts.elements().iter().any(|element| element.is_for(i)) {
            return Judgement::Clear;
        }
        judged(facts, Fact::SegmentEffect(i), Side::Below, 0.0, |effect| {
            Weakness::at(format!("segment[{i}]"))
                .run("effect", Form::Money, effect)
                .text("segment", &segment.name)
                .stake(Money::new(effect.value))
                .act(remedies::without_segment(facts, i))
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::SegmentEffect(1), Side::Below, 0.0, LADDER);
    }
}
