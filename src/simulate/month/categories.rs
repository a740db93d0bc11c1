//! Categories: who asks for special terms, what is earned from whom, and who becomes a customer of another kind.
//!
//! All of it is rare. A plain loop looks for those whom it may concern; what happens to them is decided one by one.

use crate::design::Category;
use crate::plan::{Flow, Per, step};
use crate::random::math::{exp, larger, smaller};
use crate::random::widest;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{Luck, Rare};
use crate::simulate::scratch::{Favoured, Leaver, Scratch};
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// Customers looked at together.
const GROUP: usize = 16;
/// The largest discount.
const MOST: f32 = 0.95;
const BLACKMAILER: u8 = Category::Blackmailer as u8;
const HOSTAGE: u8 = Category::Hostage as u8;

/// Blackmailers ask; they are given terms, or refused. Terms last as long as the company gives any: afterwards all are refused.
#[inline(always)]
pub fn demands(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &mut Scratch, sums: &mut Sums) {
    scratch.favoured.clear();
    scratch.refused.clear();
    state.register.told = 0.0;
    if state.register.heads[usize::from(BLACKMAILER)] == 0.0 {
        return;
    }
    let gives = now.levers.granted * now.levers.terms > 0.0;
    let moves = &now.response.moves;
    let before = sums.granted;
    for_each(state, scratch.len(), BLACKMAILER, |state, row| {
        let has = state.terms[row] > 0.0;
        if has && gives {
            scratch.favoured.push(Favoured { row, adds: 0.0 });
        } else if has || luck.rare(row, Rare::Asks) < moves.asks {
            sums.demands += 1.0;
            state.terms[row] = 0.0;
            if gives && luck.rare(row, Rare::IsGranted) < now.levers.granted {
                sums.granted += 1.0;
                state.terms[row] = now.levers.terms;
                scratch.favoured.push(Favoured { row, adds: 0.0 });
            } else if luck.rare(row, Rare::Leaves) < moves.leaves {
                scratch.refused.push(row);
            }
        }
    });
    state.register.told = (sums.granted - before) as f32 * moves.precedent / state.register.all() as f32;
}

/// Does something to every customer of a category: most groups of customers have none.
#[inline(always)]
fn for_each(state: &mut State, n: usize, category: u8, mut act: impl FnMut(&mut State, usize)) {
    for group in 0..n / GROUP {
        let rows = group * GROUP..(group + 1) * GROUP;
        let any = state.category[rows.clone()].iter().fold(0, |any, c| any | u32::from(*c == category));
        if any != 0 {
            for row in rows {
                if state.category[row] == category && state.alive[row] > 0.0 {
                    act(state, row);
                }
            }
        }
    }
}

/// Special terms, on top of the other discounts or in their place.
#[inline(always)]
pub fn discounts(now: &Circumstances, state: &State, scratch: &mut Scratch) {
    let Scratch { favoured, discount, granted, passing, .. } = scratch;
    for Favoured { row, adds } in favoured {
        let (before, own) = (smaller(discount[*row], MOST), state.terms[*row]);
        let with =
            |own: f32, so_far: f32| if now.levers.discounts_add { so_far + own } else { larger(so_far, own) };
        discount[*row] = smaller(with(own, before), MOST);
        if *passing {
            granted[*row] = with(own, granted[*row]);
        }
        *adds = discount[*row] - before;
    }
}

/// What is earned from each customer, and whether he would have recommended us.
#[inline(always)]
pub fn earn(now: &Circumstances, state: &mut State, scratch: &Scratch, sums: &mut Sums) {
    for Favoured { row, adds } in &scratch.favoured {
        sums.terms += now.grain.round(*adds * scratch.list[*row]);
    }
    if !state.priced && !state.touched {
        profits::<false, false>(now, state, scratch);
    } else if !now.levers.has_points && !now.levers.stopped {
        profits::<true, false>(now, state, scratch);
    } else {
        profits::<true, true>(now, state, scratch);
    }
    fees(now, state, scratch);
}

/// Margin less discounts and redeemed points.
#[inline(always)]
fn profits<const PRICED: bool, const POINTS: bool>(
    now: &Circumstances,
    state: &mut State,
    scratch: &Scratch,
) {
    let n = scratch.len();
    let (margin, cost) = (now.response.margin, now.levers.points.cost);
    let (list, discount, redeemed) = (&scratch.list[..n], &scratch.discount[..n], &scratch.redeemed[..n]);
    let verdict = &scratch.verdict[..n];
    let (profit, good, bad) = (&mut state.profit[..n], &mut state.good[..n], &mut state.bad[..n]);
    let (ever, today) = (&mut state.earned[..n], now.today);
    for i in 0..n {
        let kept = if PRICED { margin - discount[i] } else { margin };
        let paid = if POINTS { redeemed[i] as f32 * cost } else { 0.0 };
        let earned = list[i] * kept - paid;
        profit[i] += earned;
        ever[i] = today.mul_add(earned, ever[i]);
        good[i] += if verdict[i] > 0.0 { earned } else { 0.0 };
        bad[i] += if verdict[i] < 0.0 { earned } else { 0.0 };
    }
}

/// Fees of deals.
#[inline(always)]
fn fees(now: &Circumstances, state: &mut State, scratch: &Scratch) {
    let n = scratch.len();
    let (list, verdict) = (&scratch.list[..n], &scratch.verdict[..n]);
    let (profit, good, bad) = (&mut state.profit[..n], &mut state.good[..n], &mut state.bad[..n]);
    let ever = &mut state.earned[..n];
    for (deal, on) in now.deals.iter().zip(&scratch.entitled) {
        let fee = deal.money[Flow::Fee as usize];
        if fee.iter().any(|money| *money != 0.0) {
            let (on, count) = (&on[..n], &scratch.count[..n]);
            let [head, purchase, spend] = [Per::Head, Per::Purchase, Per::Spend].map(|per| fee[per as usize]);
            for i in 0..n {
                let paid = on[i] * (head + purchase * count[i] + spend * list[i]);
                profit[i] += paid;
                ever[i] = now.today.mul_add(paid, ever[i]);
                let bought = count[i] > 0.0;
                good[i] += if bought & (verdict[i] > 0.0) { paid } else { 0.0 };
                bad[i] += if bought & (verdict[i] >= 0.0) { 0.0 } else { paid };
            }
        }
    }
}

/// Those who were refused and go, and those whom a failure drives away, join the leavers, unless they leave already.
#[inline(always)]
pub fn walk_out(now: &Circumstances, luck: &Luck, state: &State, scratch: &mut Scratch) {
    let Scratch { refused, given_up, leavers, .. } = scratch;
    let moves = &now.response.moves;
    for (rows, place) in [(refused, moves.refused_place), (given_up, moves.failed_place)] {
        rows.retain(|row| state.alive[*row] > 0.0 && !leavers.iter().any(|leaver| leaver.row == *row));
        leavers.extend(rows.iter().map(|row| Leaver {
            row: *row,
            place,
            rest: luck.rare(*row, Rare::ForCause),
            active: 1 << place,
        }));
    }
}

/// Who was given something for a threat will ask again.
pub fn learns(now: &Circumstances, state: &mut State, row: usize) {
    enter(now, state, row, usize::from(BLACKMAILER));
}

/// A customer leaves: what was earned from him is booked.
pub fn depart(state: &mut State, row: usize) {
    state.settle(row);
    state.register.leaves(usize::from(state.category[row]));
}

widest! {
    /// Those still there become what the month has made of them, once it is over and everybody has been asked.
    pub fn advance(now: &Circumstances, rises: &[f32; 6], luck: &Luck, state: &mut State, scratch: &mut Scratch) {
        if now.rivals > 0.0 && state.register.heads[usize::from(HOSTAGE)] > 0.0 {
            free(now, luck, state, scratch.len());
        }
        if state.register.told > 0.0 && now.response.moves.exists[usize::from(BLACKMAILER)] {
            hear(now, luck, state, scratch);
        }
        climb(now, rises, luck, state, scratch);
    }
}

/// Hostages are freed by a rival. Those who have been treated better than the market treats people go on buying here, too; the others go to
/// whoever gives more. A choice makes nobody a friend: they recommend no more than before, until good treatment takes them up.
#[inline(always)]
fn free(now: &Circumstances, luck: &Luck, state: &mut State, n: usize) {
    let (moves, market) = (&now.response.moves, now.response.market_service);
    let chance = moves.freed * now.rivals;
    for_each(state, n, HOSTAGE, |state, row| {
        if luck.rare(row, Rare::IsFreed) < chance {
            let odds = exp(smaller(moves.memory * (state.norm[row] - market), 20.0));
            let stays = luck.rare(row, Rare::Remembers) < odds / (1.0 + odds);
            let to = if stays && moves.exists[Category::Split as usize] {
                Category::Split
            } else {
                Category::Pragmatist
            };
            let leaning = state.leaning[row];
            enter(now, state, row, to as usize);
            state.leaning[row] = smaller(state.leaning[row], leaning);
        }
    });
}

/// Some of those who have heard that others were given terms begin to ask.
#[inline(always)]
fn hear(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let (told, n) = (state.register.told, scratch.len());
    let marks = scratch.picked.marks(n);
    for row in 0..n {
        marks[row] = u8::from(luck.rare(row, Rare::Hears) < told);
    }
    scratch.picked.gather(n);
    for &row in scratch.picked.rows() {
        if state.alive[row] > 0.0 {
            let category = usize::from(state.category[row]);
            if category == Category::Split as usize || category == Category::Pragmatist as usize {
                enter(now, state, row, usize::from(BLACKMAILER));
            }
        }
    }
}

/// An unresolved failure takes customers a step down; purchases take them up, the sooner the better they are treated and the
/// more they are attached. Both use the luck of recovery: who meets no failure has no other use for it.
#[inline(always)]
fn climb(now: &Circumstances, rises: &[f32; 6], luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let moves = &now.response.moves;
    let resolved = now.levers.recovered_fast + now.levers.recovered_slowly;
    for &row in &scratch.failing {
        let category = usize::from(state.category[row]);
        if luck.recovery[row] - resolved < moves.falls[category] * (1.0 - resolved)
            && scratch.failed[row] < 2.0
        {
            take_step(now, state, row, false);
        }
    }
    let most = rises.iter().copied().fold(0.0, larger);
    if most == 0.0 {
        return;
    }
    let n = scratch.len();
    let Scratch { count, failed, picked, .. } = scratch;
    let (count, u, marks) = (&count[..n], &luck.recovery[..n], picked.marks(n));
    let (treatment, attachment) = (&state.treatment[..n], &state.attachment[..n]);
    let (freed, contrast) = (&state.freed[..n], now.contrast());
    let pleased = |i: usize| {
        let compared = contrast.mul_add(-smaller(freed[i], 1.0), 1.0 + treatment[i] + attachment[i]);
        count[i] * larger(compared, 0.0)
    };
    for i in 0..n {
        marks[i] = u8::from(u[i] < most * pleased(i));
    }
    picked.gather(n);
    picked.keep(|row| u[row] < rises[usize::from(state.category[row])] * pleased(row) && failed[row] == 0.0);
    for &row in picked.rows() {
        take_step(now, state, row, true);
    }
}

/// A customer who is still there goes a step up or down, if there is one. A freed hostage first has to come to like us as the others of his
/// category do.
fn take_step(now: &Circumstances, state: &mut State, row: usize, up: bool) {
    let liking = now.traits[usize::from(state.category[row])].leaning;
    if up && state.leaning[row] < liking {
        state.leaning[row] = liking;
        return;
    }
    if let Some(to) = step(usize::from(state.category[row]), up).filter(|_| state.alive[row] > 0.0) {
        enter(now, state, row, to);
    }
}

/// A customer becomes one of another category, if there are any such in the segment.
fn enter(now: &Circumstances, state: &mut State, row: usize, to: usize) {
    if now.response.moves.exists[to] {
        state.settle(row);
        state.register.moves(usize::from(state.category[row]), to);
        state.belong(row, to, now.traits);
    }
}
