//! Members bring friends.

use super::Scope;
use crate::design::Referral;
use crate::plan::world::WorldPlan;

pub(super) fn apply(scope: &Scope, referral: &Referral, world: &mut WorldPlan) {
    let chance = scope.at(referral.invitations) as f32;
    let cost = (scope.at(referral.reward) + scope.at(referral.friend_reward)) as f32;
    scope.each(world, |_, lever| {
        // of two campaigns each brings its own friends at its own price
        let all = lever.invitations + chance;
        if all > 0.0 {
            lever.cost_per_friend = (lever.cost_per_friend * lever.invitations + cost * chance) / all;
        }
        lever.invitations = all;
    });
}
