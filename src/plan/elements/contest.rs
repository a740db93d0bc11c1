//! Contests: those who take part are drawn in.

use super::Scope;
use crate::design::Contest;
use crate::plan::deal::Deal;
use crate::plan::world::WorldPlan;
use crate::units::Money;

/// Those who take part are drawn in; most of them lose.
pub(super) fn apply(scope: &Scope, contest: &Contest, world: &mut WorldPlan) {
    let who = || {
        let mut who = scope.who();
        who.part = scope.lasting(0.0, scope.entitled() * scope.at(contest.taking_part));
        who
    };
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        lift: (scope.at(contest.excitement) * fresh[month]) as f32,
        warmth: (scope.at(contest.involvement) * fresh[month]) as f32,
        harm: scope.at(contest.disappointment) as f32,
        ..Deal::nothing(who())
    });
    scope
        .each(world, |month, lever| lever.attraction += (scope.at(contest.attraction) * fresh[month]) as f32);
    scope.prizes(world, Money::new(scope.at(contest.prizes_per_month)));
}
