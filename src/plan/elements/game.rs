//! A chance at the till.

use super::Scope;
use crate::design::Game;
use crate::plan::deal::Deal;
use crate::plan::world::WorldPlan;

/// What is won was not expected: it costs like a discount, but nobody counts on it.
pub(super) fn apply(scope: &Scope, game: &Game, world: &mut WorldPlan) {
    let chance = scope.at(game.win_chance);
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        rebate: (chance * scope.at(game.discount)) as f32,
        lift: (scope.at(game.excitement) * fresh[month]) as f32,
        harm: (scope.at(game.disappointment) * (1.0 - chance)) as f32,
        ..Deal::nothing(scope.who())
    });
}
