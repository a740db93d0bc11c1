//! Paid membership.

use super::Scope;
use crate::design::Subscription;
use crate::plan::deal::{Deal, Flow, Per, Who, Window};
use crate::plan::world::WorldPlan;

/// Those for whom the fee pays subscribe, and some for whom it does not: they drop out at renewal.
///
/// What has been paid ties until it is used up: `sunk cost · (1 − months since paying / 12)`.
pub(super) fn apply(scope: &Scope, subscription: &Subscription, world: &mut WorldPlan) {
    let (fee, depth) = (scope.at(subscription.fee_per_year), scope.at(subscription.discount));
    let pays_from = if depth > 0.0 { (fee / depth) as f32 } else { f32::INFINITY };
    let below = Window { from: 0.0, to: pays_from, times: 1.0 };
    let above = Window { from: pays_from, to: f32::INFINITY, times: 1.0 };
    for (worth, share, renews) in [
        (above, scope.at(subscription.take_up), 1.0),
        (below, scope.at(subscription.overconfident), scope.at(subscription.renewal)),
    ] {
        scope.give(world, |month| {
            let age = month - scope.element.from;
            let decided = 1.0 - libm::pow(1.0 - scope.at(subscription.decides_chance), (age + 1) as f64);
            let still = share * decided * libm::pow(renews, (age / 12) as f64) * scope.entitled();
            let unused = 1.0 - (age % 12) as f64 / 12.0;
            let who = Who { worth, part: scope.lasting(0.0, still), ..scope.who() };
            let deal = Deal {
                discount: depth as f32,
                lift: scope.at(subscription.lift) as f32,
                hold: (scope.at(subscription.sunk_cost) * unused) as f32,
                idle_harm: scope.at(subscription.resentment) as f32,
                ..Deal::nothing(who)
            };
            deal.paying(Flow::Fee, Per::Head, fee / 12.0)
        });
    }
}
