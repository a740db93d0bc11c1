//! Coalitions: points earned at one firm and spent at another.

use super::Scope;
use crate::design::ElementKind;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// Partners pay for the points they give, and are paid for those they take, at the price of settlement.
pub(super) fn apply(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::Partner { earned_elsewhere, spent_elsewhere, settlement, dilution, attraction } =
        scope.element.kind
    else {
        return;
    };
    let (earned, spent) = (scope.at(earned_elsewhere), scope.at(spent_elsewhere));
    let (price, draws) = (scope.at(settlement), scope.at(attraction) as f32);
    let mut given = vec![0.0; world.deals.first().map_or(0, Vec::len)];
    scope.each(world, |month, lever| {
        let points = &mut lever.points;
        points.elsewhere = points.earn * earned as f32;
        given[month] = f64::from(points.elsewhere * points.value);
        points.cost = points.cost * (1.0 - spent as f32) + points.value * (spent * price) as f32;
        lever.attraction += draws;
    });
    scope.give(world, |month| {
        let deal = Deal { harm: scope.at(dilution) as f32, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Partner, Per::UsualSpend, given[month] * price)
    });
}
