//! E06: One segment is served at a loss.

use super::{Judgement, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::{Form};
use crate::review::interval::{Side};

/// One segment is served at a loss.
pub const RULE: Rule = Rule {
    code: "E06",
    severity: Severity::Moderate,
    support: Support::Simulated,
    source: "simulation; Reinartz & Kumar 2002 on loyal customers who bring no profit",
    messages: ["rule-e06", "rule-e06-found", "rule-e06-why"],
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.design.segments.len() < 2 {
        return Judgement::Absent;
    }
    Judgement::all(facts.design.segments.iter().enumerate().map(|(i, segment)| {
        judged(facts, Fact::SegmentEffect(i), Side::Below, 0.0, |effect| {
            Weakness::at(format!("segment[{i}]"))
                .run("effect", Form::Money, effect)
                .text("segment", &segment.name)
                .stake(effect.value)
                .act(remedies::without_segment(facts, i))
        })
    }))
}
