//! G16: One segment and no branch: an average hides where the program works.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::review::content::{Severity, Support};
use crate::review::facts::Facts;

pub const RULE: Rule = Rule {
    code: Code("G16"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    Judgement::plain(facts.design.segments.len() == 1 && facts.design.branches.is_empty(), || {
        Weakness::at("segment").act(Action::to_organise("action-split-the-average"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::review::rules::tests::{DESIGN, LADDER};

    #[test]
    fn one_segment_without_branches_hides_everything() {
        let judge = |text: &str| (RULE.judge)(&Facts::new(&Design::parse(text).unwrap()));
        let two = DESIGN.to_owned() + LADDER;
        assert_eq!(judge(&two), Judgement::Clear);
        let second = "[[segment]]\nname = 'b'\nshare = 0.5\npurchases_per_year = 3\nbasket = 20\n";
        let one = two.replace(second, "").replace("share = 0.5", "share = 1");
        assert_ne!(one, two);
        assert!(matches!(judge(&one), Judgement::Weak(_)));
        let branches = "[[branch]]\nname = 'c'\nshare = 0.5\n[[branch]]\nname = 'd'\nshare = 0.5\n[program]";
        assert_eq!(judge(&one.replace("[program]", branches)), Judgement::Clear);
    }
}
