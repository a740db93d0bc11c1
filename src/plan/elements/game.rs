//! A chance at the till.

use super::{Scope, appeal};
use crate::design::Game;
use crate::plan::deal::Deal;
use crate::plan::world::WorldPlan;

/// The usual prize, for which the excitement is declared.
const USUAL: f64 = 0.25;
/// The prize that excites half as much as a great one.
const HALF: f64 = 0.1;
/// The chance of winning that excites half as much as a great one.
const HALF_CHANCE: f64 = 0.01;

/// What is won was not expected: it costs like a discount, but nobody counts on it. A game in which little can be won excites little.
pub(super) fn apply(scope: &Scope, game: &Game, world: &mut WorldPlan) {
    let (chance, prize) = (scope.at(game.win_chance), scope.off(game.discount));
    let excitement =
        scope.at(game.excitement) * appeal::of(chance, HALF_CHANCE) * appeal::against(USUAL, prize, HALF);
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        rebate: (chance * prize) as f32,
        lift: (excitement * fresh[month]) as f32,
        harm: (scope.at(game.disappointment) * (1.0 - chance)) as f32,
        ..Deal::nothing(scope.who())
    });
}
