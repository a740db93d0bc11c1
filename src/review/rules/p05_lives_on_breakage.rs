//! P05: The program is profitable only because points are forgotten.

use super::{Code, Judgement, Needs, Rule, Weakness, judged, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("P05"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if !matches!(facts.is(Fact::NetEffect, Side::Above, 0.0), Known::Yes(_)) {
        return Judgement::Absent;
    }
    judged(facts, Fact::WithoutBreakage, Side::Below, 0.0, |effect| {
        Weakness::at("program.points")
            .run("effect", Form::Money, effect)
            .stake(facts.money(Fact::Breakage))
            .act(remedies::cut_fixed(facts, 0.75))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::interval::Interval;
    use crate::review::rules::tests::{POINTS, design, interval};

    /// Breakage matters only to a program that earns money, and would not without it.
    #[test]
    fn living_on_breakage_needs_both_halves() {
        let design = design(POINTS);
        let judge = |effect: Interval, without: Interval| {
            let facts =
                Facts::new(&design).with(Fact::NetEffect, effect).with(Fact::WithoutBreakage, without);
            (RULE.judge)(&facts)
        };
        let (gain, loss) = (interval(1.0, 2.0), interval(-2.0, -1.0));
        assert!(matches!(judge(gain, loss), Judgement::Weak(_)));
        assert_eq!(judge(gain, gain), Judgement::Clear);
        assert_eq!(judge(loss, loss), Judgement::Absent);
        assert!(matches!(judge(gain, interval(-1.0, 0.0)), Judgement::CannotTell(_)));
    }
}
