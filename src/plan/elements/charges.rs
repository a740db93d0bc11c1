//! Charges that nobody asked for.

use super::Scope;
use crate::design::Charges;
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::world::WorldPlan;

/// The charge, as a share of a receipt, for which the declared resentment and burden hold.
const MEASURE: f64 = 0.05;

/// Money taken from those who did not offer it: income now, resentment for long. Anger, burden and the loss of purchases grow with the
/// charge against the receipt: to those who pay it, it is a rise of the price. Whoever pays by contract cannot buy less: as much less of
/// the charge is paid, the rest is disputed and let off.
pub(super) fn apply(scope: &Scope, charges: &Charges, world: &mut WorldPlan) {
    let who = Who { part: scope.lasting(0.0, scope.entitled() * scope.at(charges.charged)), ..scope.who() };
    let fee = scope.at(charges.fee_per_purchase);
    let behaviour = &scope.design.behaviour;
    let loss = scope.at(behaviour.price_response) * scope.at(behaviour.loss_aversion);
    scope.give_each(world, |segment, _| {
        let rise = fee / scope.receipt(segment);
        let firm = scope.at(scope.design.segments[segment].firm_benefit_counts);
        let contract = scope.design.segments[segment].contract.is_some();
        let paid = if contract { libm::exp(-loss * firm * rise) } else { 1.0 };
        let deal = Deal {
            lift: libm::expm1(-loss * firm * rise) as f32,
            harm: (scope.at(charges.resentment) * rise / MEASURE) as f32,
            hold: (-scope.at(charges.burden) * rise / MEASURE) as f32,
            ..Deal::nothing(who)
        };
        deal.paying(Flow::Fee, Per::Purchase, fee * paid)
    });
}
