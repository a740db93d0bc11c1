//! Coalitions: points earned at one firm and spent at another.

use super::{Scope, appeal};
use crate::design::Partner;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// The usual points earned and spent elsewhere, as a share of those here, for which attraction and dilution are declared.
const USUAL: f64 = 0.8;
/// Those that do half of what a coalition can do.
const HALF: f64 = 0.4;
/// The usual price of settlement, at which partners give as many points as declared.
const SETTLEMENT: f64 = 0.9;
/// The price at which they give none.
const TOO_DEAR: f64 = 2.0;

/// Partners pay for the points they give, and are paid for those they take, at the price of settlement. The dearer points are, the fewer
/// they give.
pub(super) fn apply(scope: &Scope, partner: &Partner, world: &mut WorldPlan) {
    let price = scope.at(partner.settlement);
    let given_at = (TOO_DEAR - price).max(0.0) / (TOO_DEAR - SETTLEMENT);
    let (earned, spent) = (scope.at(partner.earned_elsewhere) * given_at, scope.at(partner.spent_elsewhere));
    let shared = appeal::against(USUAL, earned + spent, HALF);
    let draws = (scope.at(partner.attraction) * shared) as f32;
    let mut given = vec![0.0; world.deals.first().map_or(0, Vec::len)];
    scope.each(world, |month, lever| {
        let points = &mut lever.points;
        points.elsewhere = points.earn * earned as f32;
        given[month] = f64::from(points.elsewhere * points.value);
        points.cost = points.cost * (1.0 - spent as f32) + points.value * (spent * price) as f32;
        lever.attraction += draws;
    });
    scope.give(world, |month| {
        let harm = (scope.at(partner.dilution) * shared) as f32;
        let deal = Deal { harm, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Partner, Per::UsualSpend, given[month] * price)
    });
}
