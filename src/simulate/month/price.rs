//! Price: the discount a customer gets, what of it is felt against the reference, and how the reference follows.

use super::{categories, deals, volume};
use crate::plan::{Deal, Ladder, Levers, Response, of_level};
use crate::population::People;
use crate::random::math::{larger, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// Months a deep discount's mark takes to fade by 1/e: two years.
const LASTING_KEEPS: f32 = 0.96;

/// The discount of the month and the log uplift it brings:
/// `η·[(d − ρ)₊ − λ·(ρ − d)₊] + lasting`, η growing with the reference ρ (sensitisation).
#[inline(always)]
pub fn discounts(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
) {
    let (bonus, events) = (state.owing.active, now.deals.iter().any(|deal| deal.felt > 0.0));
    scratch.passing = now.levers.is_passing() || now.deals.iter().any(Deal::is_passing);
    state.priced |= bonus || now.levers.any_discount() || now.deals.iter().any(Deal::cuts_prices);
    scratch.felt_beyond = bonus || events;
    if !state.priced {
        return;
    }
    let n = scratch.len();
    all_offers(now.levers, luck, state, &mut scratch.discount[..n]);
    deals::discounts(now, &scratch.entitled, |deal| deal.discount, &mut scratch.discount[..n]);
    if scratch.passing {
        take_for_granted(now, luck, state, scratch);
    }
    categories::discounts(now, state, scratch);
    if bonus {
        volume::expect(now, people, state, scratch);
    }
    if events {
        deals::promise_points(now, people, bonus, scratch);
    }
    if scratch.felt_beyond {
        uplift::<true>(now, state, scratch);
    } else {
        uplift::<false>(now, state, scratch);
    }
    if scratch.passing {
        passing(now, state, scratch);
    }
}

/// Sales, offers, and what ladders and levels give.
#[inline(always)]
fn all_offers(levers: &Levers, luck: &Luck, state: &State, out: &mut [f32]) {
    match (levers.ladder, levers.tiers) {
        (false, false) => offers::<false, false>(levers, luck, state, out),
        (false, true) => offers::<false, true>(levers, luck, state, out),
        (true, false) => offers::<true, false>(levers, luck, state, out),
        (true, true) => offers::<true, true>(levers, luck, state, out),
    }
}

#[inline(always)]
fn offers<const LADDERS: bool, const LEVELS: bool>(
    levers: &Levers,
    luck: &Luck,
    state: &State,
    out: &mut [f32],
) {
    let Levers { sale, member_sale, offer, offer_take_up, offer_members, discounts_add: add, .. } = *levers;
    let Levers { by_purchases, by_spend, .. } = *levers;
    let (of_levels, n) = (levers.levels.discount, out.len());
    let (member, seen) = (&state.member[..n], &luck.offer[..n]);
    let (bought, spent, level) = (&state.bought[..n], &state.spent[..n], &state.level[..n]);
    let open_offer = if offer_members { 0.0 } else { 1.0 };
    for i in 0..n {
        let used = if seen[i] < offer_take_up { offer } else { 0.0 };
        let offered = used * larger(member[i], open_offer);
        let own = member_sale * member[i];
        let best = larger(larger(sale, own), offered);
        let all = sale + own + offered;
        let mut discount = if add { all } else { best };
        if LADDERS {
            let own = combine(add, step(&by_purchases, bought[i]), step(&by_spend, spent[i])) * member[i];
            discount = combine(add, discount, own);
        }
        if LEVELS {
            discount = combine(add, discount, of_level(of_levels, level[i]));
        }
        out[i] = discount;
    }
}

/// Adds a member's discount to the one so far, or takes the better one.
#[inline(always)]
fn combine(add: bool, so_far: f32, own: f32) -> f32 {
    if add { so_far + own } else { larger(so_far, own) }
}

/// The discount at a count; written out because the compiler does not vectorise around an inner loop.
#[inline(always)]
fn step(ladder: &Ladder, count: f32) -> f32 {
    let [f0, f1, f2, f3, f4, f5] = ladder.from;
    let [a0, a1, a2, a3, a4, a5] = ladder.adds;
    let reached = |from: f32, adds: f32| if count >= from { adds } else { 0.0 };
    reached(f0, a0) + reached(f1, a1) + reached(f2, a2) + reached(f3, a3) + reached(f4, a4) + reached(f5, a5)
}

#[inline(always)]
fn uplift<const BONUS: bool>(now: &Circumstances, state: &State, scratch: &mut Scratch) {
    let Response { noticeable, price: response, sensitisation, loss_aversion, .. } = *now.response;
    let n = scratch.len();
    let (discount, out) = (&mut scratch.discount[..n], &mut scratch.uplift[..n]);
    let (reference, lasting) = (&state.reference[..n], &state.lasting[..n]);
    let (price, alive) = (&state.price[..n], &state.alive[..n]);
    let (bonus, pull) = (&scratch.bonus_felt[..n], &scratch.bonus_pull[..n]);
    for i in 0..n {
        let d = smaller(discount[i], 0.95);
        let all = if BONUS { d + bonus[i] } else { d };
        let felt = if all >= noticeable { all } else { 0.0 };
        let beyond = felt - reference[i];
        let weighed = loss_aversion.mul_add(smaller(beyond, 0.0), larger(beyond, 0.0));
        let eta = response * price[i] * sensitisation.mul_add(reference[i], 1.0);
        let log = eta.mul_add(weighed, lasting[i]) * alive[i];
        out[i] = if BONUS { log + pull[i] } else { log };
        discount[i] = d;
    }
}

/// The discount of the month as far as it is taken for granted: without what is known to pass.
#[cold]
fn take_for_granted(now: &Circumstances, luck: &Luck, state: &State, scratch: &mut Scratch) {
    let n = scratch.len();
    let granted = &mut scratch.granted[..n];
    all_offers(&now.levers.as_usual(), luck, state, granted);
    deals::discounts(now, &scratch.entitled, |deal| deal.discount - deal.passes, granted);
}

/// What is taken for granted of what is felt, and by how much the log of purchases is above that by what passes.
#[inline(always)]
fn passing(now: &Circumstances, state: &State, scratch: &mut Scratch) {
    let Response { noticeable, price: response, sensitisation, loss_aversion, .. } = *now.response;
    let (n, beside) = (scratch.len(), scratch.felt_beyond);
    let (discount, granted) = (&scratch.discount[..n], &mut scratch.granted[..n]);
    let (bonus, rush) = (&scratch.bonus_felt[..n], &mut scratch.rush[..n]);
    let (reference, price) = (&state.reference[..n], &state.price[..n]);
    for i in 0..n {
        let more = if beside { bonus[i] } else { 0.0 };
        let all = discount[i] + more;
        let felt = if all >= noticeable { all } else { 0.0 };
        let taken = smaller(larger(granted[i] + more, 0.0), felt);
        let weighed = |beyond: f32| loss_aversion.mul_add(smaller(beyond, 0.0), larger(beyond, 0.0));
        let eta = response * price[i] * sensitisation.mul_add(reference[i], 1.0);
        rush[i] = eta * (weighed(felt - reference[i]) - weighed(taken - reference[i]));
        granted[i] = taken;
    }
}

/// What those who bought take away: the reference follows, `ρ ← wρ + (1 − w)d`, and a discount far above it leaves a lasting mark,
/// bad on established customers, good on new ones. An absent discount is seen by all who buy. What is known to pass is not taken for granted.
#[inline(always)]
pub fn reference(now: &Circumstances, people: &People, state: &mut State, scratch: &Scratch) {
    if !state.priced {
        return;
    }
    match (scratch.felt_beyond, scratch.passing) {
        (false, false) => references::<false, false>(now, people, state, scratch),
        (false, true) => references::<false, true>(now, people, state, scratch),
        (true, false) => references::<true, false>(now, people, state, scratch),
        (true, true) => references::<true, true>(now, people, state, scratch),
    }
}

/// What a volume bonus, or promotional points, are felt to add is taken for granted like any other discount.
#[inline(always)]
fn references<const BONUS: bool, const PASSING: bool>(
    now: &Circumstances,
    people: &People,
    state: &mut State,
    scratch: &Scratch,
) {
    let Response { noticeable, reference_memory, deep, deep_new, deep_established, .. } = *now.response;
    let month = now.month as f32;
    let n = scratch.len();
    let (reference, lasting) = (&mut state.reference[..n], &mut state.lasting[..n]);
    let (count, discount, joined) = (&scratch.count[..n], &scratch.discount[..n], &people.joined[..n]);
    let (bonus, granted) = (&scratch.bonus_felt[..n], &scratch.granted[..n]);
    for i in 0..n {
        let all = if BONUS { discount[i] + bonus[i] } else { discount[i] };
        let felt = if all >= noticeable { all } else { 0.0 };
        let taken = if PASSING { granted[i] } else { felt };
        let bought = if count[i] > 0.0 { 1.0 } else { 0.0 };
        let new = month - joined[i] < 12.0;
        let mark = if new { deep_new } else { deep_established };
        let beyond = larger(felt - reference[i] - deep, 0.0);
        lasting[i] = LASTING_KEEPS.mul_add(lasting[i], mark * beyond * bought);
        reference[i] = (bought * (1.0 - reference_memory)).mul_add(taken - reference[i], reference[i]);
    }
}
