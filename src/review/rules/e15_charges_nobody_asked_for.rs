//! E15: The program earns on charges that customers did not ask for: bad profit.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Charges, Edit, Variant};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("E15"),
    severity: Severity::Serious,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().map(|element| {
        let Some(&Charges { fee_per_purchase, charged, .. }) = Charges::of(&element.kind) else {
            return Judgement::Absent;
        };
        let share = facts.number(charged);
        Judgement::of(Known::of(share, Side::Above, 0.0), |share| {
            let path = facts.path(fee_per_purchase);
            let half = Action::new("action-halve-charge", vec![Edit::Scale(path.clone(), 0.5)]);
            Weakness::at(path)
                .design("fee", Form::Money, facts.number(fee_per_purchase))
                .design("share", Form::Share, share)
                .stake(facts.money(Fact::Fees))
                .act(half)
                .act(remedies::drop(facts, element))
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
            "[[program.charges]]\nfee_per_purchase = 1\ncharged = 0.01",
            "[[program.charges]]\nfee_per_purchase = 1\ncharged = 0",
        );
    }
}
