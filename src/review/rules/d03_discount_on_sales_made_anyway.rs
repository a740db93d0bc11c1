//! D03: Most of the discount goes to purchases that would have been made at full price.

use super::{Action, Code, Judgement, Needs, Rule, Weakness, judged};
use crate::design::{CumulativeDiscount, Edit, Element};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("D03"),
    severity: Severity::Serious,
    support: Support::Published,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

/// More than half.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    // what is cut back needs no growth, and goes to nobody
    if facts.gives_no_more() {
        return Judgement::Clear;
    }
    judged(facts, Fact::DiscountSubsidised, Side::Above, LIMIT, |share| {
        let ladders = facts.all::<CumulativeDiscount>().map(|(element, _)| element);
        Weakness::default()
            .run("share", Form::Share, share)
            .limit("limit", Form::Share, LIMIT)
            .stake(share.value * facts.money(Fact::Discounts))
            .acts(ladders.filter_map(|ladder| to_offers(facts, ladder)).collect())
    })
}

/// The ladder replaced by an offer every quarter that only some notice, as deep as its first step.
fn to_offers(facts: &Facts, ladder: &Element) -> Option<Action> {
    let depth = ladder.discounts().into_iter().map(|id| facts.central(id)).reduce(f64::max)?;
    let lines = format!("discount = {depth}\nevery_months = 3\n");
    let edits = vec![Edit::Append("program.special_offer", lines), Edit::Remove(ladder.path.clone())];
    Some(Action::new("action-ladder-to-offers", edits).number("depth", Form::Share, depth))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{LADDER, beyond};

    #[test]
    fn fires_beyond_its_threshold() {
        beyond(&RULE, Fact::DiscountSubsidised, Side::Above, 0.5, LADDER);
    }
}
