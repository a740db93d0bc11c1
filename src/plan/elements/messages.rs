//! Mailings: few are forgotten, many are a burden.

use super::Scope;
use crate::design::{Messages, response_as_tried};
use crate::plan::deal::{Deal, Who};
use crate::plan::world::WorldPlan;

/// What every month of too many messages takes of the attachment, as a share of what they add to the risk of drifting off: as attachment fades by a
/// twentieth a month, half of that in the long run. A judgement.
const TIRES: f64 = 0.025;

/// Too many drive away, and annoy: those who are annoyed are lost to rivals and recommend less, too, even where nobody is said to drift off today.
pub(super) fn apply(scope: &Scope, messages: &Messages, world: &mut WorldPlan) {
    let b = &scope.design.behaviour;
    let (lift, optimum) = (scope.at(b.message_lift), scope.at(b.message_optimum));
    let (shape, burden, from) =
        (scope.at(b.message_shape), scope.at(b.message_burden), scope.at(b.message_burden_from));
    let (own, tried) = (scope.at(messages.per_month), scope.at(b.message_tried));
    let cost = own * scope.at(messages.cost_per_message);
    let others = scope.at(messages.others);
    let mut annoyed: Vec<Vec<f32>> = world.levers.iter().map(|months| vec![0.0; months.len()]).collect();
    scope.each_in(world, |segment, month, lever| {
        let before = lever.message_burden;
        // people feel the sum of all mailings
        lever.messages += own as f32;
        let n = f64::from(lever.messages);
        lever.message_lift = (lift * response_as_tried(n, tried, optimum, shape)) as f32;
        lever.message_burden = (burden * (n - from).max(0.0)) as f32;
        annoyed[segment][month] = TIRES as f32 * (lever.message_burden - before);
        lever.cost_per_member += cost as f32;
        lever.messages_to_others = lever.messages_to_others.max(others as f32);
        lever.cost_of_messages += (others * cost) as f32;
    });
    // of those who are no members, a part is written to
    let members = Who { members: true, ..Who::EVERYONE };
    for (who, share) in [(members, 1.0 - others), (Who::EVERYONE, others)] {
        scope.give_each(world, |segment, month| {
            let harm = share as f32 * annoyed[segment][month];
            Deal { harm, ..Deal::nothing(who) }
        });
    }
}
