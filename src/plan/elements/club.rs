//! Clubs: privileges for some.

use super::Scope;
use crate::design::Club;
use crate::plan::deal::Deal;
use crate::plan::world::WorldPlan;

/// Privileges mean the less the more people have them.
pub(super) fn apply(scope: &Scope, club: &Club, world: &mut WorldPlan) {
    let rare = 1.0 - scope.at(club.crowding) * scope.entitled();
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        warmth: (scope.at(club.recognition) * rare.max(0.0)) as f32,
        lift: (scope.at(club.lift) * fresh[month]) as f32,
        ..Deal::nothing(scope.who())
    });
}
