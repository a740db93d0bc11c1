//! What makes shopping a game: prize draws, contests, a chance at the till.

use super::Scope;
use crate::design::{ElementKind, OpenTo};
use crate::plan::deal::Deal;
use crate::plan::world::WorldPlan;

/// A draw excites as long as it is new and the odds are worth a thought: `excitement · freshness · odds / (odds + odds that halve)`.
pub(super) fn prize_draw(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::PrizeDraw { prizes_per_month, prize_cost, excitement, odds_that_halve, disappointment } =
        scope.element.kind
    else {
        return;
    };
    let prizes = scope.at(prizes_per_month);
    let odds = prizes / entrants(scope).max(1.0);
    let heard = if odds > 0.0 { odds / (odds + scope.at(odds_that_halve)) } else { 0.0 };
    let (lift, harm) = (scope.at(excitement) * heard, scope.at(disappointment) * (1.0 - odds.min(1.0)));
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        lift: (lift * fresh[month]) as f32,
        harm: harm as f32,
        ..Deal::nothing(scope.who())
    });
    prizes_cost(scope, prizes * scope.at(prize_cost), world);
}

/// How many take part, as far as the design tells.
fn entrants(scope: &Scope) -> f64 {
    let program = scope.design.program.as_ref().map_or(1.0, |program| scope.at(program.willing));
    let open = if scope.element.who.open_to == OpenTo::Members { program } else { 1.0 };
    let segments: f64 = if scope.element.segments.is_empty() {
        1.0
    } else {
        scope.element.segments.iter().map(|s| scope.at(scope.design.segments[*s].share)).sum()
    };
    scope.at(scope.design.business.customers) * segments * open * scope.entitled()
}

/// Those who take part are drawn in; most of them lose.
pub(super) fn contest(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::Contest {
        taking_part,
        prizes_per_month,
        excitement,
        involvement,
        disappointment,
        attraction,
    } = scope.element.kind
    else {
        return;
    };
    let who = || {
        let mut who = scope.who();
        who.part = scope.lasting(0.0, scope.entitled() * scope.at(taking_part));
        who
    };
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        lift: (scope.at(excitement) * fresh[month]) as f32,
        warmth: (scope.at(involvement) * fresh[month]) as f32,
        harm: scope.at(disappointment) as f32,
        ..Deal::nothing(who())
    });
    scope.each(world, |month, lever| lever.attraction += (scope.at(attraction) * fresh[month]) as f32);
    prizes_cost(scope, scope.at(prizes_per_month), world);
}

/// What is won was not expected: it costs like a discount, but nobody counts on it.
pub(super) fn game(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::Game { win_chance, discount, excitement, disappointment } = scope.element.kind else {
        return;
    };
    let chance = scope.at(win_chance);
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        rebate: (chance * scope.at(discount)) as f32,
        lift: (scope.at(excitement) * fresh[month]) as f32,
        harm: (scope.at(disappointment) * (1.0 - chance)) as f32,
        ..Deal::nothing(scope.who())
    });
}

/// Prizes of every month in which the element works.
fn prizes_cost(scope: &Scope, money: f64, world: &mut WorldPlan) {
    let share = scope.at(scope.element.partners_pay);
    for (_, fixed) in world.fixed.iter_mut().enumerate().filter(|(month, _)| scope.works(*month)) {
        fixed.gifts += money;
        fixed.partners += share * money;
    }
}
