//! Answers much faster than promised.

use super::Scope;
use crate::design::FastResponse;
use crate::plan::levers::Answered;
use crate::plan::places::start;
use crate::plan::world::WorldPlan;

/// Fast answers lift those they reach. What is usual is expected: a part of the lift becomes the norm, and is missed in months of
/// rest and afterwards.
pub(super) fn apply(scope: &Scope, response: &FastResponse, world: &mut WorldPlan) {
    let (design, element) = (scope.design, scope.element);
    let b = &design.behaviour;
    let (habituation, adaptation) = (scope.at(b.service_habituation), scope.at(b.expectation_adaptation));
    let place = response.touchpoint.and_then(|at| Some((at, design.touchpoints.get(at)?)));
    let from = place.map_or(0.0, |(at, _)| start(at));
    let share = scope.at(response.reaches) * place.map_or(1.0, |(_, t)| scope.at(t.share));
    let until = element.until.min(scope.end);
    let mut norm = 0.0;
    for month in element.from..design.horizon_months {
        let given = if scope.works(month) { scope.at(response.lift) } else { 0.0 };
        let felt = (given - habituation * norm) as f32;
        norm += adaptation * (given - norm);
        for (segment, levers) in world.levers.iter_mut().enumerate() {
            if element.is_for(segment) {
                let levers = &mut levers[month];
                // of several, one after the other, the one in force counts
                if month < until || levers.answered == Answered::NOBODY {
                    levers.answered = Answered { from, share: share as f32, lift: felt };
                }
            }
        }
    }
}
