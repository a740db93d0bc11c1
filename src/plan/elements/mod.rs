//! One file for each kind of element: how it moves the levers, and what it costs.

mod abuse;
mod appeal;
mod charges;
mod club;
mod complaint_recovery;
mod contest;
mod cumulative_discount;
mod fast_response;
mod game;
mod gift;
mod gift_card;
mod guarantee;
mod messages;
mod mystery_shopping;
mod partner;
mod payment_terms;
mod personal_offers;
mod points;
mod points_event;
mod preferential_terms;
mod prize_draw;
mod quality;
mod referral;
mod retention_offer;
mod scope;
mod seasonal_sale;
mod special_offer;
mod special_terms;
mod staff_culture;
mod staff_pay;
mod staff_training;
mod subscription;
mod tiers;
mod trade_in;
mod volume_bonus;
mod win_back;

use super::deal::{Deal, Flow, Per};
use super::world::WorldPlan;
use crate::design::{Design, Element, ElementKind, Program, Truth};
use crate::units::{Money, Share};
use scope::Scope;

/// Applies one element to the program's world.
pub(super) fn apply(
    design: &Design,
    truth: &Truth,
    program: &Program,
    element: &Element,
    end: usize,
    world: &mut WorldPlan,
) {
    let scope = Scope { design, truth, program, element, end };
    by_kind(&scope, world);
    fixed_costs(&scope, world);
    costs_by_use(&scope, world);
}

/// What is special about the element's kind.
fn by_kind(scope: &Scope, world: &mut WorldPlan) {
    match &scope.element.kind {
        ElementKind::CumulativeDiscount(element) => cumulative_discount::apply(scope, element, world),
        ElementKind::Points(element) => points::apply(scope, element, world),
        ElementKind::Tiers(element) => tiers::apply(scope, element, world),
        ElementKind::SeasonalSale(element) => seasonal_sale::apply(scope, element, world),
        ElementKind::SpecialOffer(element) => special_offer::apply(scope, element, world),
        ElementKind::Referral(element) => referral::apply(scope, element, world),
        ElementKind::Messages(element) => messages::apply(scope, element, world),
        ElementKind::StaffTraining(element) => staff_training::apply(scope, element, world),
        ElementKind::StaffPay(element) => staff_pay::apply(scope, element, world),
        ElementKind::StaffCulture(element) => staff_culture::apply(scope, element, world),
        ElementKind::MysteryShopping(element) => mystery_shopping::apply(scope, element, world),
        ElementKind::FastResponse(element) => fast_response::apply(scope, element, world),
        ElementKind::ComplaintRecovery(element) => complaint_recovery::apply(scope, element, world),
        ElementKind::Quality(element) => quality::apply(scope, element, world),
        ElementKind::GiftCard(element) => gift_card::apply(scope, element, world),
        ElementKind::PrizeDraw(element) => prize_draw::apply(scope, element, world),
        ElementKind::Contest(element) => contest::apply(scope, element, world),
        ElementKind::Game(element) => game::apply(scope, element, world),
        ElementKind::TradeIn(element) => trade_in::apply(scope, element, world),
        ElementKind::Partner(element) => partner::apply(scope, element, world),
        ElementKind::Subscription(element) => subscription::apply(scope, element, world),
        ElementKind::Gift(element) => gift::apply(scope, element, world),
        ElementKind::Club(element) => club::apply(scope, element, world),
        ElementKind::PreferentialTerms(element) => preferential_terms::apply(scope, element, world),
        ElementKind::SpecialTerms(element) => special_terms::apply(scope, element, world),
        ElementKind::PersonalOffers(element) => personal_offers::apply(scope, element, world),
        ElementKind::PaymentTerms(element) => payment_terms::apply(scope, element, world),
        ElementKind::Guarantee(element) => guarantee::apply(scope, element, world),
        ElementKind::Charges(element) => charges::apply(scope, element, world),
        ElementKind::RetentionOffer(element) => retention_offer::apply(scope, element, world),
        ElementKind::VolumeBonus(element) => volume_bonus::apply(scope, element, world),
        ElementKind::WinBack(element) => win_back::apply(scope, element, world),
        ElementKind::PointsEvent(element) => points_event::apply(scope, element, world),
    }
}

/// Whether customers of a segment have a reason to join: some element beyond service is for them. Where service is all there is, the
/// program is for everybody.
pub(super) fn has_something_for(program: &Program, segment: usize) -> bool {
    let mut offers = program.elements.iter().filter(|element| !element.facts().is_service()).peekable();
    offers.peek().is_none() || offers.any(|element| element.is_for(segment))
}

/// Money per person entitled and per purchase.
fn costs_by_use(scope: &Scope, world: &mut WorldPlan) {
    let element = scope.element;
    let heads = scope.at(element.cost_per_member_per_year) / 12.0;
    let uses = scope.at(element.cost_per_use);
    if heads == 0.0 && uses == 0.0 {
        return;
    }
    let mut who = scope.who();
    who.members &= !element.facts().is_service();
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
    let share = Share::new(scope.at(element.partners_pay));
    let [setup, monthly] = [element.setup_cost, element.cost_per_month].map(|id| Money::new(scope.at(id)));
    world.fixed[element.from].setup += setup;
    world.fixed[element.from].partners += share * setup;
    let service = element.facts().is_service();
    for (_, fixed) in world.fixed.iter_mut().enumerate().filter(|(month, _)| scope.works(*month)) {
        let account = if service { &mut fixed.service } else { &mut fixed.running };
        *account += monthly;
        fixed.partners += share * monthly;
    }
}

#[cfg(test)]
mod tests;
