//! Better prices for those who are thought to need them.

use super::Scope;
use crate::design::PreferentialTerms;
use crate::plan::deal::{Deal, Who};
use crate::plan::world::WorldPlan;

/// Those who are entitled feel cared for, the others passed over.
pub(super) fn apply(scope: &Scope, terms: &PreferentialTerms, world: &mut WorldPlan) {
    // terms that nobody notices please nobody
    let noticed = scope.noticed(scope.at(terms.discount));
    scope.give(world, |_| Deal {
        discount: scope.off(terms.discount) as f32,
        warmth: (scope.at(terms.care) * noticed) as f32,
        ..Deal::nothing(scope.who())
    });
    if scope.entitled() < 1.0 {
        let others = Who { part: scope.lasting(scope.entitled(), 1.0), ..scope.who() };
        scope.give(world, |_| Deal { harm: scope.at(terms.envy) as f32, ..Deal::nothing(others) });
    }
}
