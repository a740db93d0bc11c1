//! Paid membership.

use super::Scope;
use crate::design::Subscription;
use crate::plan::deal::{Deal, Flow, Per, Who, Window};
use crate::plan::world::WorldPlan;

/// Those for whom the fee pays subscribe, and some for whom it does not, the fewer the less of it they would get back: they drop out at
/// renewal.
///
/// What has been paid ties until it is used up: `sunk cost · (1 − months since paying / 12)`. A fee too small to be noticed neither
/// ties nor is resented.
pub(super) fn apply(scope: &Scope, subscription: &Subscription, world: &mut WorldPlan) {
    let (fee, depth) = (scope.at(subscription.fee_per_year), scope.off(subscription.discount));
    let pays_from = if depth > 0.0 { (fee / depth) as f32 } else { f32::INFINITY };
    let below = Window { from: 0.0, to: pays_from, times: 1.0 };
    let above = Window { from: pays_from, to: f32::INFINITY, times: 1.0 };
    // nobody comes more often for the sake of what he does not notice
    let lift = scope.at(subscription.lift) * scope.noticed(depth);
    for (worth, thins, share, renews) in [
        (above, false, scope.at(subscription.take_up), 1.0),
        (below, true, scope.at(subscription.overconfident), scope.at(subscription.renewal)),
    ] {
        scope.give_each(world, |segment, month| {
            let age = month - scope.element.from;
            let decided = 1.0 - libm::pow(1.0 - scope.at(subscription.decides_chance), (age + 1) as f64);
            let still = share * decided * libm::pow(renews, (age / 12) as f64) * scope.entitled();
            let unused = 1.0 - (age % 12) as f64 / 12.0;
            let felt = scope.noticed(fee / scope.yearly_spend(segment));
            let who = Who { worth, thins, part: scope.lot(0.0, still), ..scope.who() };
            let deal = Deal {
                discount: depth as f32,
                lift: lift as f32,
                hold: (scope.at(subscription.sunk_cost) * unused * felt) as f32,
                idle_harm: (scope.at(subscription.resentment) * felt) as f32,
                ..Deal::nothing(who)
            };
            deal.paying(Flow::Fee, Per::Head, fee / 12.0)
        });
    }
}
