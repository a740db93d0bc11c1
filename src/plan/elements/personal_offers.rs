//! Offers of their own for some.

use super::{Scope, appeal};
use crate::design::PersonalOffers;
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::world::WorldPlan;

/// The usual discount of an offer, for which the lift is declared.
const USUAL: f64 = 0.1;
/// The discount that draws half as much as a great one.
const HALF: f64 = 0.03;

/// An offer suits with some chance; where it does not, it annoys.
pub(super) fn apply(scope: &Scope, offers: &PersonalOffers, world: &mut WorldPlan) {
    let reach = scope.at(offers.reach);
    let suits = reach * scope.at(offers.relevance);
    let within = |from, to| Deal::nothing(Who { chance: scope.monthly(from, to), ..scope.who() });
    let cost = scope.at(offers.cost_per_offer);
    let discount = scope.off(offers.discount) as f32;
    let passes = discount * scope.passing(|_| true, suits);
    let lift = scope.at(offers.lift) * appeal::against(USUAL, scope.at(offers.discount), HALF);
    scope.give(world, |_| {
        let deal = Deal { discount, passes, lift: lift as f32, ..within(0.0, suits) };
        deal.paying(Flow::Running, Per::Head, cost)
    });
    if suits < reach {
        scope.give(world, |_| {
            let deal = Deal { harm: scope.at(offers.irritation) as f32, ..within(suits, reach) };
            deal.paying(Flow::Running, Per::Head, cost)
        });
    }
}
