//! S10: Customers are served badly and say so, and the program answers with money.

use super::{Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("S10"),
    severity: Severity::Critical,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Share of contacts handled to standard: fewer than without any system of service.
pub const LIMIT: f64 = 0.15;
/// Net promoter score below which detractors are the majority of those who take sides.
pub const SCORE: f64 = 0.0;

fn judge(facts: &Facts) -> Judgement {
    let elements = facts.elements();
    if elements.is_empty() || elements.iter().any(|element| element.facts().is_service()) {
        return Judgement::Absent;
    }
    let score = facts.number(facts.design.business.nps);
    if score.high >= SCORE {
        return Judgement::Clear;
    }
    let contacts = facts.design.service.proper_contacts;
    Judgement::of(Known::of(facts.number(contacts), Side::Below, LIMIT), |share| {
        Weakness::at(facts.path(contacts))
            .design("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .design("score", Form::NpsPoints, score)
            .stake(facts.money(Fact::ProgramCost))
            .act(remedies::train_staff(facts))
            .act(remedies::recover_complaints(facts))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::review::rules::tests::{DESIGN, POINTS, speaks};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        let judge = |nps: f64, proper: f64, element: &str| {
            let business = format!("annual_retention = 0.8\nnps = {nps}\n[[segment]]\nname = 'a'");
            let text = DESIGN.replacen("annual_retention = 0.8\n[[segment]]\nname = 'a'", &business, 1);
            let text = format!("{text}{element}[service]\nproper_contacts = {proper}\n");
            let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
            (RULE.judge)(&Facts::new(&design))
        };
        speaks(&RULE, &judge(-1.0, 0.14, POINTS));
        assert_eq!(judge(-1.0, 0.16, POINTS), Judgement::Clear);
        assert_eq!(judge(1.0, 0.14, POINTS), Judgement::Clear);
        let trained = "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\n";
        assert_eq!(judge(-1.0, 0.14, trained), Judgement::Absent);
    }
}
