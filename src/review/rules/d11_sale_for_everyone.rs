//! D11: The program pays for a sale that is open to everybody and gives no reason to join.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::design::{Edit, OpenTo, SeasonalSale, SpecialOffer};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};

pub const RULE: Rule = Rule {
    code: Code("D11"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let sales = facts.elements().iter().filter(|e| e.is::<SeasonalSale>() || e.is::<SpecialOffer>());
    Judgement::all(sales.map(|element| {
        Judgement::plain(element.who.open_to == OpenTo::Everyone, || {
            let path = format!("{}.open_to", element.path);
            Weakness::at(&element.path)
                .name("element", "element", element.called())
                .stake(facts.money(Fact::Discounts))
                .act(Action::new("action-members-only", vec![Edit::SetText(path, "members".to_owned())]))
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
            "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1",
            "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\nopen_to = 'members'",
        );
    }
}
