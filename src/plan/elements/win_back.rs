//! Something for those who have left, if they come back.

use super::{Scope, appeal};
use crate::design::{Driver, WinBack};
use crate::plan::causes::{DRIVEN, OfCauses, UNDRIVEN};
use crate::plan::win_back_terms::WinBackTerms;
use crate::plan::world::WorldPlan;

/// The usual offer, as a share of a year's spend, for which the share who come back is declared: a fifth off for half a year.
const USUAL: f64 = 0.1;
/// The offer that brings back half as many as a great one.
const HALF: f64 = 0.05;
/// The cause of those who could not stay, and cannot come back.
const HAD_TO: &str = "involuntary";

/// The deeper the offer, the more of them come back, but less and less; for nothing nobody comes who would not have come anyway.
pub(super) fn apply(scope: &Scope, offer: &WinBack, world: &mut WorldPlan) {
    let [discount, months, gift] = [offer.discount, offer.months, offer.gift].map(|id| scope.at(id));
    let within = scope.at(offer.within_months).round() as usize;
    scope.each_in(world, |segment, _, lever| {
        let year = scope.yearly_spend(segment);
        let worth =
            scope.noticed(discount) * discount * months / 12.0 + if year > 0.0 { gift / year } else { 0.0 };
        let drawn = (scope.at(offer.returns) * appeal::against(USUAL, worth, HALF)).min(1.0);
        lever.win_back = WinBackTerms {
            within: within.min(WinBackTerms::LONGEST),
            reached: scope.at(offer.reached) as f32,
            returns: by_cause(scope, offer, drawn),
            discount: discount as f32,
            months: months as f32,
            gift: gift as f32,
            contact: scope.at(offer.cost_per_contact) as f32,
            learn: scope.at(offer.learn) as f32,
            partners: scope.at(scope.element.partners_pay) as f32,
        };
    });
}

/// Whom a failure or bad treatment drove away an offer reaches less, and those who could not stay not at all.
fn by_cause(scope: &Scope, offer: &WinBack, drawn: f64) -> OfCauses<f32> {
    let mut returns = [drawn as f32; UNDRIVEN + 1];
    for (place, driver) in DRIVEN.into_iter().enumerate() {
        if matches!(driver, Driver::Staff | Driver::Quality) {
            returns[place] *= scope.at(offer.after_failure) as f32;
        }
    }
    let of = |only: &dyn Fn(&str) -> bool| -> f64 {
        let causes = scope.design.causes.iter();
        let some = causes.filter(|cause| cause.driver == Driver::Constant && only(&cause.name));
        some.map(|cause| scope.at(cause.share)).sum()
    };
    let (all, had_to) = (of(&|_| true), of(&|name| name == HAD_TO));
    returns[UNDRIVEN] *= if all > 0.0 { (1.0 - had_to / all) as f32 } else { 1.0 };
    returns
}
