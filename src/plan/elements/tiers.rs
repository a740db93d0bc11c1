//! Status levels by yearly spend.

use super::Scope;
use crate::design::Tiers;
use crate::plan::levers::{LEVELS, Levels};
use crate::plan::world::WorldPlan;

pub(super) fn apply(scope: &Scope, scheme: &Tiers, world: &mut WorldPlan) {
    let mut levels = Levels::NONE;
    for (k, tier) in scheme.tiers.iter().take(LEVELS - 1).enumerate() {
        levels.spend[k + 1] = scope.at(tier.spend_per_year) as f32;
        levels.discount[k + 1] = scope.at(tier.discount) as f32;
        levels.earn[k + 1] = scope.at(tier.earn_multiple) as f32;
        levels.recognition[k + 1] = scope.at(tier.recognition) as f32;
        levels.cost[k + 1] = (scope.at(tier.cost_per_member_per_year) / 12.0) as f32;
    }
    let grace = scope.at(scheme.grace_months).round() as usize;
    let since = scope.element.from.max(scope.program.launch);
    scope.each(world, |month, lever| {
        let age = month - since;
        lever.tiers = true;
        lever.membership_lift = 1.0;
        lever.levels = levels;
        lever.review = age % 12 == 11;
        lever.demotion = age >= 11 && (age - 11) % 12 == grace.min(11);
    });
}
