//! Answers to demands for special terms.

use super::Scope;
use crate::design::SpecialTerms;
use crate::plan::world::WorldPlan;

/// Demands for special terms are answered in another way than today.
pub(super) fn apply(scope: &Scope, answer: &SpecialTerms, world: &mut WorldPlan) {
    let terms = scope.at(answer.discount.unwrap_or(scope.design.special_terms.discount));
    // whoever is granted what he does not notice has been refused
    let (granted, terms) = ((scope.at(answer.granted) * scope.noticed(terms)) as f32, terms as f32);
    scope.each(world, |_, lever| {
        lever.granted = granted;
        lever.terms = terms;
    });
}
