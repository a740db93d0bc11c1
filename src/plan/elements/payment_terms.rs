//! Credit and instalments.

use super::Scope;
use crate::design::PaymentTerms;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// Instalments fall evenly, so half of the sum is owed on average: `take-up · (months/24 · cost of capital + bad debt)` of sales.
pub(super) fn apply(scope: &Scope, credit: &PaymentTerms, world: &mut WorldPlan) {
    let (used, years_owed) = (scope.at(credit.take_up), scope.at(credit.months) / 24.0);
    let capital = scope.at(scope.design.business.cost_of_capital);
    let cost = used * (years_owed * capital + scope.at(credit.bad_debt));
    let interest = used * years_owed * scope.at(credit.interest_per_year);
    scope.give(world, |_| {
        let deal = Deal { lift: scope.at(credit.lift) as f32, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Finance, Per::Spend, cost).paying(Flow::Fee, Per::Spend, interest)
    });
}
