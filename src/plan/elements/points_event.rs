//! Months in which purchases earn a multiple of the usual points.

use super::{Scope, points};
use crate::design::{Element, Points, PointsEvent};
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::levers::Levers;
use crate::plan::world::WorldPlan;

/// What an event gives in a month.
#[derive(Debug, Clone, Copy, Default)]
struct Given {
    /// Points on top, as a multiple of the usual ones.
    more: f64,
    /// What they are felt to take off the price.
    felt: f64,
    /// What they cost when they are redeemed, as a share of spend.
    cost: f64,
}

/// Those who notice earn more, and feel it like a discount of what these points are worth to them. Partners pay their share of what the points will
/// cost when they are given.
pub(super) fn apply(scope: &Scope, event: &PointsEvent, world: &mut WorldPlan) {
    let noticed = scope.monthly(0.0, scope.at(event.take_up));
    // by its own lot even where all are entitled: points of one event may expire before those of another
    let part = scope.lot(0.0, scope.entitled());
    let who = Who { members: true, chance: noticed, part, ..scope.who() };
    let expire = scope.at(event.expiry_months).round();
    let partners = scope.at(scope.element.partners_pay);
    let passing = f64::from(scope.passing(|_| true, scope.at(event.take_up)));
    let months = |(segment, levers): (usize, &Vec<Levers>)| -> Vec<Given> {
        let works = |month| scope.element.is_for(segment) && scope.works(month);
        let of = |(month, lever)| {
            if works(month) { given(scope, event, (segment, month), lever) } else { Given::default() }
        };
        levers.iter().enumerate().map(of).collect()
    };
    let given: Vec<Vec<Given>> = world.levers.iter().enumerate().map(months).collect();
    scope.give_each(world, |segment, month| {
        let Given { more, felt, cost } = given[segment][month];
        let points_expire = if more > 0.0 { expire as f32 } else { 0.0 };
        let felt_passes = (passing * felt) as f32;
        let deal = Deal {
            more_points: more as f32,
            points_expire,
            felt: felt as f32,
            felt_passes,
            ..Deal::nothing(who)
        };
        deal.paying(Flow::Partner, Per::Spend, partners * cost)
    });
}

fn given(scope: &Scope, event: &PointsEvent, (segment, month): (usize, usize), lever: &Levers) -> Given {
    let of_year = scope.design.month(month).month();
    let mut schemes = scope.program.all::<Points>();
    let scheme = schemes.find(|(element, _)| element.is_for(segment) && element.works_in(month, of_year));
    let Some((element, points)) = scheme else { return Given::default() };
    let more = (scope.at(event.multiple) - 1.0).max(0.0) * shared(scope, element);
    let expire = scope.at(event.expiry_months).round();
    let sooner = points::counts_within(&Scope { element, ..*scope }, points, segment, expire);
    let felt = more * f64::from(lever.points.reward_rate) * sooner * own_interest(scope, segment);
    Given { more, felt, cost: more * f64::from(lever.points.earn * lever.points.cost) }
}

/// Share of the points of a scheme that are earned on the goods of the event.
fn shared(scope: &Scope, scheme: &Element) -> f64 {
    let all = scope.design.covered(scheme, |id| scope.at(id));
    if scope.element.groups.is_empty() || all <= 0.0 {
        return 1.0;
    }
    let both = scope
        .design
        .groups_of(scope.element)
        .filter(|group| scope.design.groups_of(scheme).any(|other| other.name == group.name));
    both.map(|group| scope.at(group.share)).sum::<f64>() / all
}

/// What counts with a buyer of a segment of what he gets himself, against discounts on what he spends.
fn own_interest(scope: &Scope, segment: usize) -> f64 {
    let of = &scope.design.segments[segment];
    let [firm, personal] = [of.firm_benefit_counts, of.personal_benefit_counts].map(|id| scope.at(id));
    if firm > 0.0 { personal / firm } else { 0.0 }
}
