//! E06: One segment is served at a loss.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
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
    if all_lose(facts) {
        return Judgement::Clear;
    }
    Judgement::all(facts.design.segments.iter().enumerate().map(|(i, segment)| {
        // a segment that no element is for only bears its share of the fixed cost
        if !is_served(facts, i) {
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

/// Whether an element is for a segment.
fn is_served(facts: &Facts, segment: usize) -> bool {
    facts.elements().iter().any(|element| element.is_for(segment))
}

/// Whether the whole is known to lose, and every segment that is served with it: then no average hides anything, and E01 has said so.
fn all_lose(facts: &Facts) -> bool {
    let loses = |fact| matches!(facts.is(fact, Side::Below, 0.0), Known::Yes(_));
    let mut served = (0..facts.design.segments.len()).filter(|&i| is_served(facts, i));
    loses(Fact::NetEffect) && served.all(|i| loses(Fact::SegmentEffect(i)))
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
