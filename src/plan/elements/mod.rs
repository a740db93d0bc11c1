//! One file per program element: how it moves the levers, and what it costs.

mod discounts;
mod messages;
mod partner;
mod play;
mod points;
mod privileges;
mod referral;
mod scope;
mod service;
mod terms;
mod tiers;

use super::deal::{Deal, Flow, Per};
use super::world::WorldPlan;
use crate::design::{Design, ElementKind, Program, Truth};
use scope::Scope;

/// Applies one element to the program's world.
pub(super) fn apply(
    design: &Design,
    truth: &Truth,
    program: &Program,
    place: usize,
    end: usize,
    world: &mut WorldPlan,
) {
    let element = &program.elements[place];
    let scope = Scope { design, truth, element, place, end };
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
        _ => deals(&scope, world),
    }
    fixed_costs(&scope, world);
    costs_by_use(&scope, world);
}

/// Whether customers of a segment have a reason to join: some element beyond service is for them. Where service is all there is, the
/// program is for everybody.
pub(super) fn has_something_for(program: &Program, segment: usize) -> bool {
    let mut offers = program.elements.iter().filter(|element| !is_service(&element.kind)).peekable();
    offers.peek().is_none()
        || offers.any(|element| element.segments.is_empty() || element.segments.contains(&segment))
}

/// Elements that give deals, or terms to single customers.
fn deals(scope: &Scope, world: &mut WorldPlan) {
    match &scope.element.kind {
        ElementKind::PrizeDraw { .. } => play::prize_draw(scope, world),
        ElementKind::Contest { .. } => play::contest(scope, world),
        ElementKind::Game { .. } => play::game(scope, world),
        ElementKind::Partner { .. } => partner::apply(scope, world),
        ElementKind::Club { .. } => privileges::club(scope, world),
        ElementKind::Gift { .. } => privileges::gift(scope, world),
        ElementKind::PreferentialTerms { .. } => privileges::preferential_terms(scope, world),
        ElementKind::PersonalOffers { .. } => privileges::personal_offers(scope, world),
        ElementKind::PaymentTerms { .. } => terms::payment_terms(scope, world),
        ElementKind::Guarantee { .. } => terms::guarantee(scope, world),
        ElementKind::SpecialTerms { .. } => terms::special_terms(scope, world),
        ElementKind::TradeIn { .. } => terms::trade_in(scope, world),
        ElementKind::GiftCard { .. } => terms::gift_card(scope, world),
        ElementKind::Subscription { .. } => terms::subscription(scope, world),
        ElementKind::Charges { .. } => terms::charges(scope, world),
        _ => {}
    }
}

/// Money per person entitled and per purchase.
fn costs_by_use(scope: &Scope, world: &mut WorldPlan) {
    let element = scope.element;
    let heads = scope.at(element.cost_per_member_per_year) / 12.0;
    let uses = scope.at(element.cost_per_use);
    let mut who = scope.who();
    who.members &= !is_service(&element.kind);
    scope.give(world, |_| {
        let deal = Deal::nothing(who).paying(Flow::Running, Per::Head, heads);
        deal.paying(Flow::Running, Per::Purchase, uses)
    });
}

/// Set-up and monthly money of an element, booked as service where it is service.
fn fixed_costs(scope: &Scope, world: &mut WorldPlan) {
    let element = scope.element;
    let until = element.until.min(scope.end);
    if element.from >= until {
        return;
    }
    let share = scope.at(element.partners_pay);
    world.fixed[element.from].setup += scope.at(element.setup_cost);
    world.fixed[element.from].partners += share * scope.at(element.setup_cost);
    let service = is_service(&element.kind);
    for (_, fixed) in world.fixed.iter_mut().enumerate().filter(|(month, _)| scope.works(*month)) {
        let account = if service { &mut fixed.service } else { &mut fixed.running };
        *account += scope.at(element.cost_per_month);
        fixed.partners += share * scope.at(element.cost_per_month);
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
