//! One file per program element: how it moves the levers, and what it costs.

mod discounts;
mod messages;
mod points;
mod referral;
mod service;
mod tiers;

use super::compile::WorldPlan;
use super::levers::Levers;
use crate::design::{Design, Element, ElementKind, Program, Truth};

/// The months and segments in which an element acts, with the numbers in force.
struct Scope<'a> {
    design: &'a Design,
    truth: &'a Truth,
    element: &'a Element,
    /// First month without the program.
    end: usize,
}

impl Scope<'_> {
    fn at(&self, id: crate::design::NumberId) -> f64 {
        self.truth[id]
    }

    /// Changes the levers of every active month and eligible segment; `act` gets the month.
    fn each(&self, world: &mut WorldPlan, mut act: impl FnMut(usize, &mut Levers)) {
        let until = self.element.until.min(self.end);
        for (segment, levers) in world.levers.iter_mut().enumerate() {
            if self.element.segments.is_empty() || self.element.segments.contains(&segment) {
                for (month, lever) in levers.iter_mut().enumerate().take(until).skip(self.element.from) {
                    act(month, lever);
                }
            }
        }
    }
}

/// Applies one element to the program's world.
pub(super) fn apply(
    design: &Design,
    truth: &Truth,
    program: &Program,
    element: &Element,
    end: usize,
    world: &mut WorldPlan,
) {
    let scope = Scope { design, truth, element, end };
    match &element.kind {
        ElementKind::CumulativeDiscount { by, steps } => discounts::cumulative(&scope, *by, steps, world),
        ElementKind::SeasonalSale { months, discount, open_to } => {
            discounts::seasonal_sale(&scope, months, *discount, *open_to, world);
        }
        ElementKind::SpecialOffer { discount, every_months, take_up, open_to } => {
            discounts::special_offer(&scope, *discount, *every_months, *take_up, *open_to, world);
        }
        ElementKind::Points { .. } => points::apply(&scope, world),
        ElementKind::Tiers { tiers, grace_months } => {
            tiers::apply(&scope, program, tiers, *grace_months, world);
        }
        ElementKind::Referral { invitations, reward, friend_reward } => {
            referral::apply(&scope, *invitations, *reward, *friend_reward, world);
        }
        ElementKind::Messages { per_month, cost_per_message } => {
            messages::apply(&scope, *per_month, *cost_per_message, world);
        }
        ElementKind::StaffTraining { .. }
        | ElementKind::StaffPay { .. }
        | ElementKind::StaffCulture { .. }
        | ElementKind::MysteryShopping { .. }
        | ElementKind::FastResponse { .. }
        | ElementKind::Quality { .. }
        | ElementKind::ComplaintRecovery { .. } => service::apply(&scope, world),
    }
    fixed_costs(&scope, world);
}

/// Set-up and monthly money of an element, booked as service where it is service.
fn fixed_costs(scope: &Scope, world: &mut WorldPlan) {
    let element = scope.element;
    let until = element.until.min(scope.end);
    if element.from >= until {
        return;
    }
    world.fixed[element.from].setup += scope.at(element.setup_cost);
    let service = is_service(&element.kind);
    for fixed in &mut world.fixed[element.from..until] {
        let account = if service { &mut fixed.service } else { &mut fixed.running };
        *account += scope.at(element.cost_per_month);
    }
}

/// Whether what an element costs is booked as service.
fn is_service(kind: &ElementKind) -> bool {
    use ElementKind::{
        ComplaintRecovery, FastResponse, MysteryShopping, Quality, StaffCulture, StaffPay, StaffTraining,
    };
    matches!(
        kind,
        ComplaintRecovery { .. }
            | FastResponse { .. }
            | MysteryShopping { .. }
            | Quality { .. }
            | StaffCulture { .. }
            | StaffPay { .. }
            | StaffTraining { .. }
    )
}
