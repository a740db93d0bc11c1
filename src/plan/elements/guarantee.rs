//! Money back.

use super::Scope;
use crate::design::Guarantee;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// The most that can come back, so that something is sold.
const MOST: f64 = 0.95;

/// Less risk for the buyer; some goods come back, with their points and their margin, and some failures are resolved at once.
pub(super) fn apply(scope: &Scope, guarantee: &Guarantee, world: &mut WorldPlan) {
    let returned = scope.at(guarantee.returns).min(MOST);
    // flows are counted by what remains sold
    let loss = returned / (1.0 - returned) * scope.at(guarantee.loss_on_return);
    scope.give(world, |_| {
        let lift = scope.at(guarantee.lift) as f32;
        let deal = Deal { lift, returned: returned as f32, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Returns, Per::Spend, loss)
    });
    let (claims, draws) = (scope.at(guarantee.claims) as f32, scope.at(guarantee.attraction) as f32);
    scope.each(world, |_, lever| {
        let rest = 1.0 - lever.recovered_fast;
        lever.recovered_fast += rest * claims;
        lever.recovered_slowly *= 1.0 - claims;
        lever.attraction += draws;
    });
}
