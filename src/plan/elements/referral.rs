//! Members bring friends.

use super::{Scope, appeal};
use crate::design::Referral;
use crate::plan::world::WorldPlan;

/// The reward, as a share of a usual receipt, that does half of what a reward can do. Whether there is one matters, its size little.
const HALF: f64 = 0.1;

pub(super) fn apply(scope: &Scope, referral: &Referral, world: &mut WorldPlan) {
    let rewards = [scope.at(referral.reward), scope.at(referral.friend_reward)];
    let most = scope.at(referral.reward_effect);
    let cost: f64 = rewards.iter().sum();
    scope.each_in(world, |segment, _, lever| {
        let half = HALF * scope.receipt(segment);
        let more: f64 = rewards.iter().map(|reward| 1.0 + most * appeal::of(*reward, half)).product();
        let chance = scope.at(referral.invitations) * more;
        // of two campaigns each brings its own friends at its own price
        let (known, all) = (f64::from(lever.invitations), f64::from(lever.invitations) + chance);
        if all > 0.0 {
            lever.cost_per_friend = ((f64::from(lever.cost_per_friend) * known + cost * chance) / all) as f32;
        }
        lever.invitations = all as f32;
    });
}
