//! Status levels by what is bought in a year.

use super::points::pack;
use super::{Scope, partner};
use crate::design::{Points, Tier, TierBy, TierYear, Tiers};
use crate::plan::levers::{LEVELS, Levels};
use crate::plan::world::WorldPlan;

/// What twice as many points are worth, as a share of spend.
const MORE_POINTS: f64 = 0.01;
/// What the pull of recognition is worth, as a share of spend.
const RECOGNITION: f64 = 0.2;
/// Years of usual spend for which a tier has to be earned so that one held for life honours as much as another: a judgement.
const LIFE: f64 = 3.0;
/// How much more a tier has to take than the one beneath, as a share, to stand a full step above it: a judgement.
const FULL_STEP: f64 = 0.5;
/// What a tier has to give, as a share of spend, so that reaching it pleases in full, and losing it hurts: half of the usual recognition. A judgement.
const NAMES_ONLY: f64 = 0.005;

pub(super) fn apply(scope: &Scope, scheme: &Tiers, world: &mut WorldPlan) {
    let mut levels = Levels::NONE;
    for (k, tier) in scheme.tiers.iter().take(LEVELS - 1).enumerate() {
        levels.spend[k + 1] = (scope.at(tier.threshold) / unit(scope, scheme)) as f32;
        let for_life = scope.at(tier.lifetime_spend) as f32;
        levels.lifetime[k + 1] = if for_life > 0.0 { for_life } else { f32::INFINITY };
        levels.discount[k + 1] = scope.off(tier.discount) as f32;
        levels.earn[k + 1] = scope.at(tier.earn_multiple) as f32;
        levels.cost[k + 1] = (scope.at(tier.cost_per_member_per_year) / 12.0) as f32;
    }
    levels.counts = match scheme.by {
        TierBy::Spend => [1.0, 0.0, 0.0],
        TierBy::Purchases => [0.0, 1.0, 0.0],
        TierBy::Points => [0.0, 0.0, 1.0],
    };
    levels.soft = scheme.soft_landing;
    let grace = scope.at(scheme.grace_months).round() as usize;
    let since = scope.element.from.max(scope.program.launch);
    scope.each_in(world, |segment, month, lever| {
        let age = month - since;
        lever.tiers = true;
        let place = (segment, month);
        lever.promise(within_reach(scope, scheme, place));
        lever.levels = levels;
        honours(scope, scheme, place, &mut lever.levels);
        // months since the first year ended
        let past = match scheme.year {
            TierYear::SinceStart => (age + 1).checked_sub(12),
            TierYear::Calendar => {
                let of_year = scope.design.month(month).month() as usize % 12;
                (age >= of_year).then_some(of_year)
            }
        };
        lever.review = past.is_some_and(|past| past % 12 == 0);
        lever.demotion = past.is_some_and(|past| past % 12 == grace.min(11));
    });
}

/// What the tiers are as honours to members of a segment in a month.
fn honours(scope: &Scope, scheme: &Tiers, place: (usize, usize), levels: &mut Levels) {
    let (mut below, mut standing) = (0.0, 0.0);
    for (k, tier) in scheme.tiers.iter().take(LEVELS - 1).enumerate() {
        let honour = distinction(scope, scheme, tier, place);
        levels.recognition[k + 1] = (scope.at(tier.recognition) * honour) as f32;
        let threshold = scope.at(tier.threshold);
        standing += honour * apart(below, threshold) * (gives(scope, tier) / NAMES_ONLY).min(1.0);
        below = threshold;
        levels.standing[k + 1] = standing as f32;
    }
}

/// What a tier gives, as a share of spend: its discount, more points, recognition.
fn gives(scope: &Scope, tier: &Tier) -> f64 {
    let more = of_multiple(scope) * (scope.at(tier.earn_multiple) - 1.0).max(0.0);
    scope.off(tier.discount) + more + RECOGNITION * scope.at(tier.recognition)
}

/// What twice as many points are worth: a multiple of nothing is nothing.
fn of_multiple(scope: &Scope) -> f64 {
    let earning = scope.program.all::<Points>().any(|(_, points)| scope.at(points.earn) > 0.0);
    if earning { MORE_POINTS } else { 0.0 }
}

/// How much a tier distinguishes, 0..=1: one that less than usual spend reaches honours in proportion, and one that is open to all nobody; so
/// does one that is for life after less than [`LIFE`] years of usual spend.
fn distinction(scope: &Scope, scheme: &Tiers, tier: &Tier, place: (usize, usize)) -> f64 {
    let share = |needed: f64, usual: f64| if usual > 0.0 { (needed / usual).min(1.0) } else { 1.0 };
    let of_a_year = share(scope.at(tier.threshold), usual(scope, scheme, place));
    let lifetime = scope.at(tier.lifetime_spend);
    if lifetime <= 0.0 {
        return of_a_year;
    }
    of_a_year.min(share(lifetime, LIFE * scope.yearly_spend(place.0)))
}

/// How much of a step there is between two thresholds, 0..=1: all of it from half as much again on.
fn apart(below: f64, threshold: f64) -> f64 {
    if below > 0.0 { ((threshold / below - 1.0) / FULL_STEP).clamp(0.0, 1.0) } else { 1.0 }
}

/// What a usual customer of a segment has at the end of a year of such months of what counts toward tiers.
fn usual(scope: &Scope, scheme: &Tiers, (segment, month): (usize, usize)) -> f64 {
    match scheme.by {
        TierBy::Spend => scope.yearly_spend(segment),
        TierBy::Purchases => scope.at(scope.design.segments[segment].purchases_per_year),
        TierBy::Points => {
            let mut schemes = scope.program.all::<Points>();
            let Some((element, points)) = schemes.find(|(e, _)| e.is_for(segment)) else { return 0.0 };
            let covered = scope.design.covered(element, |id| scope.at(id));
            let rate = covered * scope.at(points.earn) / scope.at(points.point_value);
            let (own, most) = (scope.yearly_spend(segment) * rate, scope.at(points.max_points_per_year));
            let bound = if most > 0.0 { own.min(most) } else { own };
            bound + own * partner::brought(scope, segment, month)
        }
    }
}

/// In what thresholds are counted by the month: points in packs.
fn unit(scope: &Scope, scheme: &Tiers) -> f64 {
    if scheme.by == TierBy::Points { pack(scope) } else { 1.0 }
}

/// What the tiers promise a heavy buyer, who spends twice as much as usual: the farther away a tier is, the less it counts. Recognition
/// and more points are worth something, too.
fn within_reach(scope: &Scope, scheme: &Tiers, place: (usize, usize)) -> f64 {
    let of_multiple = of_multiple(scope);
    let tiers = scheme.tiers.iter().map(|tier| {
        let threshold = scope.at(tier.threshold).max(f64::MIN_POSITIVE);
        let near = (2.0 * usual(scope, scheme, place) / threshold).min(1.0);
        let more = of_multiple * (scope.at(tier.earn_multiple) - 1.0).max(0.0);
        let honour = RECOGNITION * scope.at(tier.recognition) * distinction(scope, scheme, tier, place);
        (scope.off(tier.discount) + more + honour) * near * near
    });
    tiers.fold(0.0, f64::max)
}
