//! Something for those who say that they are going.

use super::Scope;
use crate::design::RetentionOffer;
use crate::plan::levers::RetentionTerms;
use crate::plan::world::WorldPlan;

/// Some of those who are about to leave call first, and are made an offer.
pub(super) fn apply(scope: &Scope, offer: &RetentionOffer, world: &mut WorldPlan) {
    let [calls, discount, months, learn] =
        [offer.calls, offer.discount, offer.months, offer.learn].map(|id| scope.at(id) as f32);
    scope.each(world, |_, lever| lever.retention = RetentionTerms { calls, discount, months, learn });
}
