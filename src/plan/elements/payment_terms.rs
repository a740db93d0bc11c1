//! Credit and instalments.

use super::{Scope, appeal};
use crate::design::PaymentTerms;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// The usual term in months, for which the lift is declared.
const USUAL: f64 = 10.0;
/// The term that draws half as much as a very long one.
const HALF: f64 = 5.0;
/// Interest a year at which credit is taken 1/e as often as without interest.
const DEAR: f64 = 0.25;

/// What credit has sold is sold on credit: the rise is at most that.
///
/// Instalments fall evenly, so half of the sum is owed on average: `take-up · (months/24 · cost of capital + bad debt)` of sales. The
/// dearer credit is, the less of it is taken; the shorter, the less it draws.
pub(super) fn apply(scope: &Scope, credit: &PaymentTerms, world: &mut WorldPlan) {
    let (months, dear) = (scope.at(credit.months), scope.at(credit.interest_per_year));
    // paying at once is no credit
    let wanted = if months > 0.0 { libm::exp(-dear / DEAR) } else { 0.0 };
    let (used, years_owed) = (scope.at(credit.take_up) * wanted, months / 24.0);
    let drawn = scope.at(credit.lift) * wanted * appeal::against(USUAL, months, HALF);
    let lift = drawn.min(appeal::all_that_is_new(used));
    let capital = scope.at(scope.design.business.cost_of_capital);
    let cost = used * (years_owed * capital + scope.at(credit.bad_debt));
    let interest = used * years_owed * dear;
    scope.give(world, |_| {
        let deal = Deal { lift: lift as f32, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Finance, Per::Spend, cost).paying(Flow::Fee, Per::Spend, interest)
    });
}
