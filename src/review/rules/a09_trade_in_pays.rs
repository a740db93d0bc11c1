//! A09: Old goods are counted on to fetch more than is paid for them: the program lives on trade in used goods.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, TradeIn};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::Side;

pub const RULE: Rule = Rule {
    code: Code("A09"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

/// What old goods fetch by the judgement of the format's default, as a share of the allowance.
const CAUTIOUS: f64 = 0.4;

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.all::<TradeIn>().map(|(_, trade)| {
        Judgement::of(Known::of(facts.number(trade.resale), Side::Above, 1.0), |resale| {
            let path = facts.path(trade.resale);
            Weakness::at(&path).design("resale", Form::Times, resale).act(
                Action::new("action-cautious-resale", vec![Edit::Set(path, CAUTIOUS)])
                    .number("to", Form::Share, CAUTIOUS)
                    .alone(),
            )
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(&RULE, "[[program.trade_in]]\nresale = 1.01", "[[program.trade_in]]\nresale = 0.99");
    }
}
