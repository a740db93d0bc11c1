//! How one pays and what is taken back: credit, guarantees, trade-ins, gift cards, subscriptions, charges.

use super::Scope;
use crate::design::ElementKind;
use crate::plan::deal::{Deal, Flow, Per, Who, Window};
use crate::plan::levers::CardTerms;
use crate::plan::world::WorldPlan;

/// Instalments fall evenly, so half of the sum is owed on average: `take-up · (months/24 · cost of capital + bad debt)` of sales.
pub(super) fn payment_terms(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::PaymentTerms { take_up, months, bad_debt, interest_per_year, lift } = scope.element.kind
    else {
        return;
    };
    let (used, years_owed) = (scope.at(take_up), scope.at(months) / 24.0);
    let capital = scope.at(scope.design.business.cost_of_capital);
    let cost = used * (years_owed * capital + scope.at(bad_debt));
    let interest = used * years_owed * scope.at(interest_per_year);
    scope.give(world, |_| {
        let deal = Deal { lift: scope.at(lift) as f32, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Finance, Per::Spend, cost).paying(Flow::Fee, Per::Spend, interest)
    });
}

/// Less risk for the buyer; some goods come back, and some failures are put right at once.
pub(super) fn guarantee(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::Guarantee { returns, loss_on_return, claims, lift, attraction } = scope.element.kind
    else {
        return;
    };
    let loss = scope.at(returns) * scope.at(loss_on_return);
    scope.give(world, |_| {
        let deal = Deal { lift: scope.at(lift) as f32, ..Deal::nothing(scope.who()) };
        deal.paying(Flow::Returns, Per::Spend, loss)
    });
    let (claims, draws) = (scope.at(claims) as f32, scope.at(attraction) as f32);
    scope.each(world, |_, lever| {
        let rest = 1.0 - lever.recovered_fast;
        lever.recovered_fast += rest * claims;
        lever.recovered_slowly *= 1.0 - claims;
        lever.attraction += draws;
    });
}

/// Part of the purchases only come sooner and are missing later.
pub(super) fn trade_in(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::TradeIn { take_up, allowance, resale, lift, pulled_forward, sooner_months } =
        scope.element.kind
    else {
        return;
    };
    let loss = scope.at(take_up) * scope.at(allowance) * (1.0 - scope.at(resale));
    let (rise, forward) = (scope.at(lift), scope.at(pulled_forward));
    let lag = scope.at(sooner_months).round() as usize;
    let missing =
        |month: usize| month.checked_sub(lag).filter(|m| scope.works(*m)).map_or(0.0, |_| forward * rise);
    scope.give_any(world, |month| {
        let works = scope.works(month);
        let now = if works { rise } else { 0.0 };
        let deal = Deal { lift: (now - missing(month)) as f32, ..Deal::nothing(scope.who()) };
        Some(if works { deal.paying(Flow::Returns, Per::Spend, loss) } else { deal })
    });
}

/// Cards are sold at purchases; what becomes of them is booked with the cards.
pub(super) fn gift_card(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::GiftCard {
        sold_per_purchase,
        value,
        use_chance,
        forgotten,
        expiry_months,
        displaced,
        overspend,
        brings_friend,
    } = scope.element.kind
    else {
        return;
    };
    let terms = CardTerms {
        used: scope.at(use_chance),
        forgotten: scope.at(forgotten),
        expiry_months: scope.at(expiry_months).round() as usize,
        displaced: scope.at(displaced),
        overspend: scope.at(overspend),
        friends: scope.at(brings_friend) / scope.at(value),
        interest: scope.at(scope.design.business.cost_of_capital) / 12.0,
    };
    scope.each(world, |_, lever| lever.cards = terms);
    scope.give(world, |_| {
        Deal::nothing(scope.who()).paying(Flow::CardsSold, Per::Purchase, scope.at(sold_per_purchase))
    });
}

/// Those for whom the fee pays subscribe, and some for whom it does not: they drop out at renewal.
///
/// What has been paid ties until it is used up: `sunk cost · (1 − months since paying / 12)`.
pub(super) fn subscription(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::Subscription {
        fee_per_year,
        discount,
        take_up,
        overconfident,
        decides_chance,
        renewal,
        sunk_cost,
        lift,
        resentment,
    } = scope.element.kind
    else {
        return;
    };
    let (fee, depth) = (scope.at(fee_per_year), scope.at(discount));
    let pays_from = if depth > 0.0 { (fee / depth) as f32 } else { f32::INFINITY };
    let below = Window { from: 0.0, to: pays_from, times: 1.0 };
    let above = Window { from: pays_from, to: f32::INFINITY, times: 1.0 };
    for (worth, share, renews) in
        [(above, scope.at(take_up), 1.0), (below, scope.at(overconfident), scope.at(renewal))]
    {
        scope.give(world, |month| {
            let age = month - scope.element.from;
            let decided = 1.0 - libm::pow(1.0 - scope.at(decides_chance), (age + 1) as f64);
            let still = share * decided * libm::pow(renews, (age / 12) as f64) * scope.entitled();
            let unused = 1.0 - (age % 12) as f64 / 12.0;
            let who = Who { worth, part: scope.lasting(0.0, still), ..scope.who() };
            let deal = Deal {
                discount: depth as f32,
                lift: scope.at(lift) as f32,
                hold: (scope.at(sunk_cost) * unused) as f32,
                idle_harm: scope.at(resentment) as f32,
                ..Deal::nothing(who)
            };
            deal.paying(Flow::Fee, Per::Head, fee / 12.0)
        });
    }
}

/// Money taken from those who did not offer it: income now, resentment for long.
pub(super) fn charges(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::Charges { fee_per_purchase, charged, resentment, burden } = scope.element.kind else {
        return;
    };
    let who = Who { part: scope.lasting(0.0, scope.entitled() * scope.at(charged)), ..scope.who() };
    scope.give(world, |_| {
        let deal =
            Deal { harm: scope.at(resentment) as f32, hold: -scope.at(burden) as f32, ..Deal::nothing(who) };
        deal.paying(Flow::Fee, Per::Purchase, scope.at(fee_per_purchase))
    });
}

/// Demands for special terms are answered in another way than today.
pub(super) fn special_terms(scope: &Scope, world: &mut WorldPlan) {
    let ElementKind::SpecialTerms { granted, discount } = scope.element.kind else { return };
    let granted = scope.at(granted) as f32;
    let terms = scope.at(discount.unwrap_or(scope.design.special_terms.discount)) as f32;
    scope.each(world, |_, lever| {
        lever.granted = granted;
        lever.terms = terms;
    });
}
