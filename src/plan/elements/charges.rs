//! Charges that nobody asked for.

use super::Scope;
use crate::design::Charges;
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::world::WorldPlan;

/// Money taken from those who did not offer it: income now, resentment for long.
pub(super) fn apply(scope: &Scope, charges: &Charges, world: &mut WorldPlan) {
    let who = Who { part: scope.lasting(0.0, scope.entitled() * scope.at(charges.charged)), ..scope.who() };
    scope.give(world, |_| {
        let deal = Deal {
            harm: scope.at(charges.resentment) as f32,
            hold: -scope.at(charges.burden) as f32,
            ..Deal::nothing(who)
        };
        deal.paying(Flow::Fee, Per::Purchase, scope.at(charges.fee_per_purchase))
    });
}
