//! Volume bonuses.

use super::Scope;
use crate::design::{MAX_LADDER_STEPS, TierYear, VolumeBonus};
use crate::plan::volume_terms::VolumeTerms;
use crate::plan::world::WorldPlan;

pub(super) fn apply(scope: &Scope, bonus: &VolumeBonus, world: &mut WorldPlan) {
    let terms = terms(scope, bonus);
    let since = scope.element.from.max(scope.program.launch);
    scope.each_in(world, |segment, month, lever| {
        let of_year = match bonus.year {
            TierYear::SinceStart => (month - since) % 12,
            TierYear::Calendar => (scope.design.month(month).month() as usize + 11) % 12,
        };
        lever.volume = VolumeTerms { months_left: (12 - of_year) as f32, closes: of_year == 11, ..terms };
        let usual = scope.yearly_spend(segment) as f32 * terms.counts;
        if usual > 0.0 {
            lever.promise(f64::from(terms.felt * terms.counts * terms.bonus(usual) / usual));
        }
    });
}

fn terms(scope: &Scope, bonus: &VolumeBonus) -> VolumeTerms {
    let (mut from, mut adds) = ([f32::INFINITY; MAX_LADDER_STEPS], [0.0; MAX_LADDER_STEPS]);
    let mut before = 0.0;
    for (k, step) in bonus.steps.iter().take(MAX_LADDER_STEPS).enumerate() {
        // steps that cross in a draw are put in order
        from[k] = (scope.at(step.from) as f32).max(if k > 0 { from[k - 1] } else { 0.0 });
        let share = (scope.at(step.bonus) as f32).max(before);
        adds[k] = share - before;
        before = share;
    }
    VolumeTerms {
        on: true,
        from,
        adds,
        retroactive: bonus.retroactive,
        counts: scope.covered() as f32,
        paid_after: scope.at(bonus.paid_after_months).round() as usize,
        felt: scope.at(bonus.felt) as f32,
        stretch: scope.at(bonus.stretch) as f32,
        brought_forward: scope.at(bonus.brought_forward) as f32,
        partners: scope.at(scope.element.partners_pay),
        interest: scope.at(scope.design.business.cost_of_capital) / 12.0,
        ..VolumeTerms::NONE
    }
}
