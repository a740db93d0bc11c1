//! Deals: what those entitled get, whatever element it comes from.

use super::{loyalty, receipts};
use crate::plan::{Deal, Who, Window};
use crate::population::People;
use crate::random::math::{larger, smaller, whole};
use crate::random::{Column, ROWS};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// The largest product of a trait and the factor that spreads it.
const MOST: f32 = 1e6;
/// The most that is felt beyond discounts, as a share of the price.
const MOST_FELT: f32 = 0.95;

/// Writes down who is entitled to each deal of the month, and for which share of his spend.
#[inline(always)]
pub fn entitle(now: &Circumstances, people: &People, luck: &Luck, state: &State, scratch: &mut Scratch) {
    let n = scratch.len();
    scratch.entitled.resize(now.deals.len().max(scratch.entitled.len()), [0.0; ROWS]);
    for (deal, on) in now.deals.iter().zip(&mut scratch.entitled) {
        let on = &mut on[..n];
        let (alive, member) = (&state.alive[..n], &state.member[..n]);
        let open = if deal.who.members { 0.0 } else { 1.0 };
        for i in 0..n {
            on[i] = alive[i] * larger(member[i], open);
        }
        if deal.who.looks_back() {
            history(now, &deal.who, people, state, on);
        }
        if deal.who.thins {
            keep_fewer(on, people, &deal.who);
        } else if !deal.who.part.is_all() {
            keep_within(on, &people.open[..n], deal.who.part.times, [deal.who.part.from, deal.who.part.to]);
        }
        if !deal.who.chance.is_all() {
            let chance = deal.who.chance;
            keep_within(on, &luck.offer[..n], chance.times, [chance.from, chance.to]);
        }
        if deal.who.worth != Window::ALL && !deal.who.thins {
            let worth = deal.who.worth;
            let (rate, basket) = (&people.rate[..n], &people.basket[..n]);
            for i in 0..n {
                let year = 12.0 * rate[i] * basket[i];
                on[i] = if (year >= worth.from) & (year < worth.to) { on[i] } else { 0.0 };
            }
        }
    }
    receipts::reach(now, people, scratch);
}

#[inline(always)]
fn history(now: &Circumstances, who: &Who, people: &People, state: &State, on: &mut [f32]) {
    let n = on.len();
    let (bought, spent) = (&state.bought[..n], &state.spent[..n]);
    let (level, joined) = (&state.level[..n], &people.joined[..n]);
    for i in 0..n {
        let long = now.month as f32 - joined[i] >= who.tenure;
        let much = (bought[i] >= who.purchases) & (spent[i] >= who.spend);
        on[i] = if long & much & (level[i] >= who.level) { on[i] } else { 0.0 };
    }
}

/// Keeps those whose trait, spread over (0, 1) anew by a factor, lies within the bounds.
#[inline(always)]
fn keep_within(on: &mut [f32], uniform: &[f32], times: f32, [from, to]: [f32; 2]) {
    let n = on.len();
    let uniform = &uniform[..n];
    for i in 0..n {
        let spread = uniform[i] * times;
        let place = spread - whole(spread, MOST) as f32;
        on[i] = if (place >= from) & (place < to) { on[i] } else { 0.0 };
    }
}

/// Keeps those of the lasting part, the fewer the less they spend, and none of those who spend as much as the bound or more.
#[inline(always)]
fn keep_fewer(on: &mut [f32], people: &People, who: &Who) {
    let n = on.len();
    let (open, rate, basket) = (&people.open[..n], &people.rate[..n], &people.basket[..n]);
    let (part, bound) = (who.part, who.worth.to);
    for i in 0..n {
        let spread = open[i] * part.times;
        let place = spread - whole(spread, MOST) as f32;
        let year = 12.0 * rate[i] * basket[i];
        let reach = smaller(year / bound, 1.0);
        on[i] = if (year < bound) & (place < part.to * reach * reach) { on[i] } else { 0.0 };
    }
}

/// Discounts known before buying, on top of the others or in their place; those from a receipt on for the share of the spend that they reach. `of` is what counts of a deal.
#[inline(always)]
pub fn discounts(now: &Circumstances, entitled: &[Column], of: impl Fn(&Deal) -> f32, discount: &mut [f32]) {
    let n = discount.len();
    for (deal, on) in now.deals.iter().zip(entitled).filter(|(deal, _)| of(deal) > 0.0) {
        let (on, off) = (&on[..n], of(deal));
        if now.levers.discounts_add {
            for i in 0..n {
                discount[i] += off * on[i];
            }
        } else if !deal.who.receipts.are_all() {
            for i in 0..n {
                discount[i] += larger(off - discount[i], 0.0) * on[i];
            }
        } else {
            for i in 0..n {
                discount[i] = larger(discount[i], off * on[i]);
            }
        }
    }
}

/// What promotional points are felt to take off the price, on top of a volume bonus if there is one, by those who think of points.
#[cold]
pub fn promise_points(now: &Circumstances, people: &People, bonus: bool, scratch: &mut Scratch) {
    let n = scratch.len();
    if !bonus {
        scratch.bonus_felt[..n].fill(0.0);
        scratch.bonus_pull[..n].fill(0.0);
    }
    for (deal, on) in now.deals.iter().zip(&scratch.entitled).filter(|(deal, _)| deal.felt > 0.0) {
        for row in 0..n {
            let felt = scratch.bonus_felt[row] + deal.felt * on[row] * (1.0 - people.forgetful[row]);
            scratch.bonus_felt[row] = smaller(felt, MOST_FELT);
            if deal.felt_passes > 0.0 {
                scratch.granted[row] -= deal.felt_passes * on[row] * (1.0 - people.forgetful[row]);
            }
        }
    }
}

/// Rates of those whom a deal makes come more often.
#[inline(always)]
pub fn lifts(now: &Circumstances, scratch: &mut Scratch) {
    let n = scratch.len();
    let Scratch { mean, entitled, .. } = scratch;
    let mean = &mut mean[..n];
    for (deal, on) in now.deals.iter().zip(entitled).filter(|(deal, _)| deal.lift != 0.0) {
        let on = &on[..n];
        for i in 0..n {
            mean[i] *= 1.0 + deal.lift * on[i];
        }
    }
}

/// Goods that come back: their sale is undone.
#[inline(always)]
pub fn returns(now: &Circumstances, scratch: &mut Scratch) {
    let n = scratch.len();
    let Scratch { list, entitled, .. } = scratch;
    let list = &mut list[..n];
    for (deal, on) in now.deals.iter().zip(entitled).filter(|(deal, _)| deal.returned > 0.0) {
        let on = &on[..n];
        for i in 0..n {
            list[i] *= 1.0 - deal.returned * on[i];
        }
    }
}

/// The two loyalties, and discounts that come as a surprise: they cost, but nobody counts on them.
#[inline(always)]
pub fn ties(now: &Circumstances, people: &People, state: &mut State, scratch: &mut Scratch) {
    let n = scratch.len();
    let Scratch { discount, advantage, count, entitled, .. } = scratch;
    let (discount, advantage, count) = (&mut discount[..n], &mut advantage[..n], &count[..n]);
    for (deal, on) in now.deals.iter().zip(entitled) {
        let on = &on[..n];
        if deal.hold != 0.0 {
            for i in 0..n {
                advantage[i] = smaller(advantage[i] + deal.hold * on[i], loyalty::MOST);
            }
        }
        if deal.felt > 0.0 {
            let forgetful = &people.forgetful[..n];
            for i in 0..n {
                let felt = deal.felt * on[i] * (1.0 - forgetful[i]);
                advantage[i] = smaller(advantage[i] + felt, loyalty::MOST);
            }
        }
        if deal.warmth != 0.0 || deal.harm != 0.0 || deal.idle_harm != 0.0 {
            attach(deal, on, people, state, count);
        }
        if deal.rebate > 0.0 {
            for i in 0..n {
                discount[i] = smaller(discount[i] + deal.rebate * on[i], 0.95);
            }
        }
    }
}

#[inline(always)]
fn attach(deal: &Deal, on: &[f32], people: &People, state: &mut State, count: &[f32]) {
    let n = on.len();
    let (attachment, seeker, count) = (&mut state.attachment[..n], &people.seeker[..n], &count[..n]);
    let (least, most) = loyalty::ATTACHMENT;
    let (warmth, harm, idle_harm) = (deal.warmth, deal.harm, deal.idle_harm);
    for i in 0..n {
        let open = loyalty::RELUCTANT + (1.0 - loyalty::RELUCTANT) * seeker[i];
        let idle = if count[i] > 0.0 { 0.0 } else { idle_harm };
        let next = attachment[i] + on[i] * (warmth * open - harm - idle);
        attachment[i] = larger(smaller(next, most), least);
    }
}
