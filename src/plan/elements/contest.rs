//! Contests: those who take part are drawn in.

use super::{Scope, appeal};
use crate::design::Contest;
use crate::plan::deal::Deal;
use crate::plan::world::WorldPlan;
use crate::units::Money;

/// Prizes for each who takes part, as a share of a usual receipt, that draw half as much as great ones.
const HALF: f64 = 0.001;
/// The share that takes part for which the attraction is declared; half of it attracts two thirds as much.
const USUAL: f64 = 0.05;

/// Those who take part are drawn in, the more the prizes are worth; most of them lose.
pub(super) fn apply(scope: &Scope, contest: &Contest, world: &mut WorldPlan) {
    let who = || {
        let mut who = scope.who();
        who.part = scope.lasting(0.0, scope.entitled() * scope.at(contest.taking_part));
        who
    };
    let fresh = scope.freshness();
    let prizes = scope.at(contest.prizes_per_month);
    let each = prizes / (scope.entrants() * scope.at(contest.taking_part)).max(1.0);
    let drawn = |segment, month: usize| fresh[month] * appeal::of(each, HALF * scope.receipt(segment));
    scope.give_each(world, |segment, month| Deal {
        lift: (scope.at(contest.excitement) * drawn(segment, month)) as f32,
        warmth: (scope.at(contest.involvement) * drawn(segment, month)) as f32,
        harm: scope.at(contest.disappointment) as f32,
        ..Deal::nothing(who())
    });
    // a contest that nobody enters is not talked about
    let seen = scope.at(contest.attraction) * appeal::against(USUAL, scope.at(contest.taking_part), USUAL);
    scope.each_in(world, |segment, month, lever| {
        lever.attraction += (seen * drawn(segment, month)) as f32;
    });
    scope.prizes(world, Money::new(prizes));
}
