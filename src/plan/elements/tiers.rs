//! Status levels by yearly spend.

use super::Scope;
use crate::design::{Tier, Tiers};
use crate::plan::levers::{LEVELS, Levels};
use crate::plan::world::WorldPlan;

/// What twice as many points are worth, as a share of spend.
const MORE_POINTS: f64 = 0.01;
/// What the pull of recognition is worth, as a share of spend.
const RECOGNITION: f64 = 0.2;

pub(super) fn apply(scope: &Scope, scheme: &Tiers, world: &mut WorldPlan) {
    let mut levels = Levels::NONE;
    for (k, tier) in scheme.tiers.iter().take(LEVELS - 1).enumerate() {
        levels.spend[k + 1] = scope.at(tier.spend_per_year) as f32;
        levels.discount[k + 1] = scope.at(tier.discount) as f32;
        levels.earn[k + 1] = scope.at(tier.earn_multiple) as f32;
        levels.cost[k + 1] = (scope.at(tier.cost_per_member_per_year) / 12.0) as f32;
    }
    let grace = scope.at(scheme.grace_months).round() as usize;
    let since = scope.element.from.max(scope.program.launch);
    scope.each_in(world, |segment, month, lever| {
        let age = month - since;
        lever.tiers = true;
        lever.promise(within_reach(scope, scheme, segment));
        lever.levels = levels;
        for (recognition, tier) in lever.levels.recognition[1..].iter_mut().zip(&scheme.tiers) {
            *recognition = (scope.at(tier.recognition) * distinction(scope, tier, segment)) as f32;
        }
        lever.review = age % 12 == 11;
        lever.demotion = age >= 11 && (age - 11) % 12 == grace.min(11);
    });
}

/// How much a tier distinguishes, 0..=1: one that less than usual spend reaches honours in proportion, and one that is open to all nobody.
fn distinction(scope: &Scope, tier: &Tier, segment: usize) -> f64 {
    let usual = scope.yearly_spend(segment);
    if usual > 0.0 { (scope.at(tier.spend_per_year) / usual).min(1.0) } else { 1.0 }
}

/// What the tiers promise a heavy buyer, who spends twice as much as usual: the farther away a tier is, the less it counts. Recognition
/// and more points are worth something, too.
fn within_reach(scope: &Scope, scheme: &Tiers, segment: usize) -> f64 {
    let tiers = scheme.tiers.iter().map(|tier| {
        let spend = scope.at(tier.spend_per_year).max(f64::MIN_POSITIVE);
        let near = (2.0 * scope.yearly_spend(segment) / spend).min(1.0);
        let more = MORE_POINTS * (scope.at(tier.earn_multiple) - 1.0).max(0.0);
        let honour = RECOGNITION * scope.at(tier.recognition) * distinction(scope, tier, segment);
        (scope.at(tier.discount) + more + honour) * near * near
    });
    tiers.fold(0.0, f64::max)
}
