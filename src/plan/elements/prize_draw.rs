//! Prize draws: they excite as long as they are new.

use super::{Scope, appeal};
use crate::design::PrizeDraw;
use crate::plan::deal::Deal;
use crate::plan::world::WorldPlan;
use crate::units::Money;

/// The prize, as a share of a usual receipt, that excites half as much as a great one.
const HALF: f64 = 0.1;

/// A draw excites as long as it is new, its prizes are worth having and the odds worth a thought:
/// `excitement · freshness · prize / (prize + half) · odds / (odds + odds that halve)`.
pub(super) fn apply(scope: &Scope, draw: &PrizeDraw, world: &mut WorldPlan) {
    let (prizes, prize) = (scope.at(draw.prizes_per_month), scope.at(draw.prize_cost));
    let odds = prizes / scope.entrants().max(1.0);
    let heard = scope.at(draw.excitement) * appeal::of(odds, scope.at(draw.odds_that_halve));
    let harm = if prizes * prize > 0.0 { scope.at(draw.disappointment) * (1.0 - odds.min(1.0)) } else { 0.0 };
    let fresh = scope.freshness();
    scope.give_each(world, |segment, month| Deal {
        lift: (heard * appeal::of(prize, HALF * scope.receipt(segment)) * fresh[month]) as f32,
        harm: harm as f32,
        ..Deal::nothing(scope.who())
    });
    scope.prizes(world, Money::new(prizes * prize));
}
