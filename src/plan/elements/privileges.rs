//! What is given to some because of who they are: clubs, gifts, preferential terms, offers of their own.

use super::Scope;
use crate::design::{ElementKind, Occasion};
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::world::WorldPlan;

/// Privileges mean the less the more people have them.
pub(super) fn club(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::Club { recognition, crowding, lift } = scope.element.kind else { return };
    let rare = 1.0 - scope.at(crowding) * scope.entitled();
    let fresh = scope.freshness();
    scope.give(world, |month| Deal {
        warmth: (scope.at(recognition) * rare.max(0.0)) as f32,
        lift: (scope.at(lift) * fresh[month]) as f32,
        ..Deal::nothing(scope.who())
    });
}

/// On a birthday one customer in twelve is entitled; on a holiday all are. On average over those for whom it fits and those it insults.
pub(super) fn gift(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::Gift { occasion, cost_per_gift, fits, delight, harm } = scope.element.kind else {
        return;
    };
    let fits = scope.at(fits);
    let who = |month: usize| {
        let from = f64::from(scope.design.start.plus(month as i32).month() - 1) / 12.0;
        match occasion {
            Occasion::Holiday => scope.who(),
            Occasion::Birthday => {
                Who { part: scope.lasting(from, from + scope.entitled() / 12.0), ..scope.who() }
            }
        }
    };
    scope.give(world, |month| {
        let deal = Deal {
            warmth: (fits * scope.at(delight)) as f32,
            harm: ((1.0 - fits) * scope.at(harm)) as f32,
            ..Deal::nothing(who(month))
        };
        deal.paying(Flow::Gift, Per::Head, scope.at(cost_per_gift))
    });
}

/// Those who are entitled feel cared for, the others passed over.
pub(super) fn preferential_terms(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::PreferentialTerms { discount, care, envy } = scope.element.kind else { return };
    scope.give(world, |_| Deal {
        discount: scope.at(discount) as f32,
        warmth: scope.at(care) as f32,
        ..Deal::nothing(scope.who())
    });
    if scope.entitled() < 1.0 {
        let others = Who { part: scope.lasting(scope.entitled(), 1.0), ..scope.who() };
        scope.give(world, |_| Deal { harm: scope.at(envy) as f32, ..Deal::nothing(others) });
    }
}

/// An offer suits with some chance; where it does not, it annoys.
pub(super) fn personal_offers(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::PersonalOffers { discount, reach, relevance, lift, irritation, cost_per_offer } =
        scope.element.kind
    else {
        return;
    };
    let reach = scope.at(reach);
    let suits = reach * scope.at(relevance);
    let within = |from, to| Deal::nothing(Who { chance: scope.monthly(from, to), ..scope.who() });
    let cost = scope.at(cost_per_offer);
    scope.give(world, |_| {
        let deal =
            Deal { discount: scope.at(discount) as f32, lift: scope.at(lift) as f32, ..within(0.0, suits) };
        deal.paying(Flow::Running, Per::Head, cost)
    });
    if suits < reach {
        scope.give(world, |_| {
            let deal = Deal { harm: scope.at(irritation) as f32, ..within(suits, reach) };
            deal.paying(Flow::Running, Per::Head, cost)
        });
    }
}
