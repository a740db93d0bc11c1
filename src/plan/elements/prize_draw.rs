//! Prize draws: they excite as long as they are new.

use super::Scope;
use crate::design::{OpenTo, PrizeDraw};
use crate::plan::deal::Deal;
use crate::plan::world::WorldPlan;
use crate::units::Money;

/// A draw excites as long as it is new and the odds are worth a thought: `excitement · freshness · odds / (odds + odds that halve)`.
pub(super) fn apply(scope: &Scope, draw: &PrizeDraw, world: &mut WorldPlan) {
    let prizes = scope.at(draw.prizes_per_month);
    let odds = prizes / entrants(scope).max(1.0);
    let heard = if odds > 0.0 { odds / (odds + scope.at(draw.odds_that_halve)) } else { 0.0 };
    let (lift, harm) =
        (scope.at(draw.excitement) * heard, scope.at(draw.disappointment) * (1.0 - odds.min(1.0)));
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        lift: (lift * fresh[month]) as f32,
        harm: harm as f32,
        ..Deal::nothing(scope.who())
    });
    scope.prizes(world, Money::new(prizes * scope.at(draw.prize_cost)));
}

/// How many take part, as far as the design tells.
fn entrants(scope: &Scope) -> f64 {
    let willing = scope.at(scope.program.willing);
    let open = if scope.element.who.open_to == OpenTo::Members { willing } else { 1.0 };
    let segments: f64 = if scope.element.segments.is_empty() {
        1.0
    } else {
        scope.element.segments.iter().map(|s| scope.at(scope.design.segments[*s].share)).sum()
    };
    scope.at(scope.design.business.customers) * segments * open * scope.entitled()
}
