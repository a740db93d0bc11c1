//! G12: The same offer for all segments misses most of them.

use super::{Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Interval;
use crate::units::Money;

pub const RULE: Rule = Rule {
    code: Code("G12"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let segments = facts.design.segments.len();
    if facts.program().is_none() || segments < 2 {
        return Judgement::Absent;
    }
    // good service is for everybody
    let mut offers = facts.elements().iter().filter(|element| !element.facts().is_service()).peekable();
    if offers.peek().is_none() && !facts.elements().is_empty() {
        return Judgement::Clear;
    }
    let same = offers.all(|element| element.segments.is_empty());
    Judgement::plain(same, || {
        let worst = (0..segments)
            .filter_map(|i| Some((i, facts.get(Fact::SegmentEffect(i))?.value)))
            .min_by(|a, b| a.1.total_cmp(&b.1));
        Weakness::at("program")
            .formula("segments", Form::Count, Interval::certain(segments as f64))
            .stake(Money::new(worst.map_or(0.0, |(_, effect)| effect.min(0.0))))
            .act(
                worst
                    .filter(|(_, effect)| *effect < 0.0)
                    .and_then(|(i, _)| remedies::without_segment(facts, i)),
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, on_designs};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, LADDER, "[[program.points]]\nearn = 0.05\nsegments = ['a']");
        on_designs(&RULE, LADDER, "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5");
    }
}
