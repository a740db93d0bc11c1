//! G19: More elements for customers than staff can explain at the till.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, remedies};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("G19"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Elements for customers.
pub const LIMIT: f64 = 6.0;

fn judge(facts: &Facts) -> Judgement {
    if facts.program().is_none() {
        return Judgement::Absent;
    }
    let for_customers = facts.elements().iter().filter(|e| !e.facts().is_service());
    let count = Interval::certain(for_customers.clone().count() as f64);
    Judgement::of(Known::of(count, Side::Above, LIMIT), |count| {
        let drops: Vec<Action> = for_customers.filter_map(|element| remedies::drop(facts, element)).collect();
        Weakness::at("program")
            .formula("count", Form::Count, count)
            .limit("limit", Form::Count, LIMIT)
            .stake(0.1 * facts.money(Fact::Fixed))
            .acts(drops)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    const SIX: &str = "[[program.points]]\nearn = 0.05\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\n[[program.special_offer]]\ndiscount = 0.1\n[[program.referral]]\n[[program.messages]]\nper_month = 2\ncost_per_message = 0.1\n[[program.gift]]\ncost_per_gift = 1\n";
    const SEVEN: &str = "[[program.points]]\nearn = 0.05\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\n[[program.special_offer]]\ndiscount = 0.1\n[[program.referral]]\n[[program.messages]]\nper_month = 2\ncost_per_message = 0.1\n[[program.gift]]\ncost_per_gift = 1\n[[program.club]]\n";

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, SEVEN, SIX);
    }
}
