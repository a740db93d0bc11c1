//! Coalitions: points earned at one firm and spent at another.

use super::Scope;
use crate::design::Partner;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// Partners pay for the points they give, and are paid for those they take, at the price of settlement.
pub(super) fn apply(scope: &Scope, partner: &Partner, world: &mut WorldPlan) {
    let (earned, spent) = (scope.at(partner.earned_elsewhere), scope.at(partner.spent_elsewhere));
    let (price, draws) = (scope.at(partner.settlement), scope.at(partner.attraction) as f32);
    let mut given = vec![0.0; world.deals.first().map_or(0, Vec::len)];
    scope.each(world, |month, lever| {
        let points = &mut lever.points;
        points.elsewhere = points.earn * earned as f32;
        given[month] = f64::from(points.elsewhere * points.value);
        points.cost = points.cost * (1.0 - spent as f32) + points.value * (spent * price) as f32;
        lever.attraction += draws;
    });
    scope.give(world, |month| {
        let deal = Deal { harm: scope.at(partner.dilution) as f32, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Partner, Per::UsualSpend, given[month] * price)
    });
}
