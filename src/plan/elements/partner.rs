//! Coalitions: points earned at one firm and spent at another.

use super::{Scope, appeal};
use crate::design::Partner;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// The usual points earned and spent elsewhere, as a share of those here, for which attraction and dilution are declared.
const USUAL: f64 = 0.8;
/// Those that do half of what a coalition can do.
const HALF: f64 = 0.4;
/// The reward here, as a share of spend, from which on they are worth it in full; less draws in proportion.
const WORTHWHILE: f32 = 0.01;

/// Partners pay for the points they give, and are paid for those they take, at the price of settlement. The dearer points are, the fewer
/// they give.
pub(super) fn apply(scope: &Scope, partner: &Partner, world: &mut WorldPlan) {
    let price = scope.at(partner.settlement);
    let (earned, spent) = (given(scope, partner), scope.at(partner.spent_elsewhere));
    let shared = appeal::against(USUAL, earned + spent, HALF);
    let draws = (scope.at(partner.attraction) * shared) as f32;
    let mut given = vec![0.0; world.deals.first().map_or(0, Vec::len)];
    scope.each(world, |month, lever| {
        let points = &mut lever.points;
        // a coalition around points that are worth nothing attracts nobody
        let worth = (points.earn * points.value / WORTHWHILE).min(1.0);
        points.elsewhere = points.earn * earned as f32;
        given[month] = f64::from(points.elsewhere * points.value);
        points.cost = points.cost * (1.0 - spent as f32) + points.value * (spent * price) as f32;
        lever.attraction += draws * worth;
    });
    scope.give(world, |month| {
        let harm = (scope.at(partner.dilution) * shared) as f32;
        let deal = Deal { harm, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Partner, Per::UsualSpend, given[month] * price)
    });
}

/// Points that members of a segment bring from partners in a month, as a share of those that their usual spend earns here.
pub(super) fn brought(scope: &Scope, segment: usize, month: usize) -> f64 {
    let of_year = scope.design.start.plus(month as i32).month();
    let partners = scope.program.all::<Partner>();
    let here = partners.filter(|(element, _)| element.is_for(segment) && element.works_in(month, of_year));
    here.map(|(_, partner)| given(scope, partner)).sum()
}

fn given(scope: &Scope, partner: &Partner) -> f64 {
    Partner::brought(scope.at(partner.earned_elsewhere), scope.at(partner.settlement))
}
