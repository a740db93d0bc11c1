//! Membership: who joins, what counts toward ladders, who is promoted and demoted.

use super::loyalty::RELUCTANT;
use super::{Circumstances, Scratch};
use crate::population::People;
use crate::random::math::larger;
use crate::simulate::luck::Luck;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// Advances membership by a month. Heavier buyers have more occasions to join, so they join first: self-selection.
#[inline(always)]
pub fn advance(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    state.touched |= now.levers.program;
    let n = scratch.len();
    scratch.joins[..n].fill(0.0);
    if now.levers.stopped {
        release(now, people, state, n);
    }
    if !state.touched {
        tally_visits(state, scratch);
        return;
    }
    collect(now, state, scratch);
    if now.levers.tiers {
        levels(now, people, state, n);
    }
    if now.levers.program {
        sums.joined += f64::from(join(now, people, luck, state, scratch));
    }
}

/// Before the program, only visits count (for its entry threshold).
#[inline(always)]
fn tally_visits(state: &mut State, scratch: &Scratch) {
    let n = scratch.len();
    for (bought, count) in state.bought[..n].iter_mut().zip(&scratch.count[..n]) {
        *bought += count;
    }
}

/// The program has ended: nobody is a member, and status is lost with the sorrow of a demotion.
#[inline(always)]
fn release(now: &Circumstances, people: &People, state: &mut State, n: usize) {
    let sorrow = now.response.promotion_joy * now.response.demotion_ratio;
    let (attachment, level, seeker) =
        (&mut state.attachment[..n], &mut state.level[..n], &people.seeker[..n]);
    for i in 0..n {
        attachment[i] -= sorrow * level[i] * (RELUCTANT + (1.0 - RELUCTANT) * seeker[i]);
        level[i] = 0.0;
    }
    state.member[..n].fill(0.0);
    state.novelty[..n].fill(0.0);
}

#[inline(always)]
fn collect(now: &Circumstances, state: &mut State, scratch: &Scratch) {
    let memory = now.response.novelty_memory;
    let n = scratch.len();
    let (novelty, bought) = (&mut state.novelty[..n], &mut state.bought[..n]);
    let (spent, year) = (&mut state.spent[..n], &mut state.year_spend[..n]);
    let (count, list, discount) = (&scratch.count[..n], &scratch.list[..n], &scratch.discount[..n]);
    for i in 0..n {
        let net = list[i] * (1.0 - discount[i]);
        novelty[i] *= memory;
        bought[i] += count[i];
        spent[i] += net;
        year[i] += net;
    }
}

/// Promotion as soon as the year's spend suffices; demotion after the year and the grace, to what either year qualifies for.
#[inline(always)]
fn levels(now: &Circumstances, people: &People, state: &mut State, n: usize) {
    let [_, first, second, third] = now.levers.levels.spend;
    let joy = now.response.promotion_joy;
    let sorrow = joy * now.response.demotion_ratio;
    let (review, demotion) = (now.levers.review, now.levers.demotion);
    let (level, qualified) = (&mut state.level[..n], &mut state.qualified[..n]);
    let (year, attachment) = (&mut state.year_spend[..n], &mut state.attachment[..n]);
    let (member, seeker) = (&state.member[..n], &people.seeker[..n]);
    for i in 0..n {
        let reached = |threshold: f32| if year[i] >= threshold { 1.0 } else { 0.0 };
        let earned = (reached(first) + reached(second) + reached(third)) * member[i];
        qualified[i] = if review { earned } else { qualified[i] };
        year[i] = if review { 0.0 } else { year[i] };
        let kept = if demotion { larger(qualified[i], earned) } else { level[i] };
        let next = larger(kept, earned);
        let step = next - level[i];
        let felt = if step > 0.0 { joy * step } else { sorrow * step };
        attachment[i] += felt * (RELUCTANT + (1.0 - RELUCTANT) * seeker[i]);
        level[i] = next;
    }
}

#[inline(always)]
fn join(now: &Circumstances, people: &People, luck: &Luck, state: &mut State, scratch: &mut Scratch) -> u32 {
    let (willing, joins_per_visit) = (now.levers.willing, now.levers.joins_per_visit);
    let (purchases, tenure) = (now.levers.entry_purchases, now.levers.entry_tenure);
    let welcome = now.levers.points.welcome as i32;
    let n = scratch.len();
    let (joins, issued) = (&mut scratch.joins[..n], &mut scratch.issued[..n]);
    let (count, u) = (&scratch.count[..n], &luck.join[..n]);
    let (open, joined) = (&people.open[..n], &people.joined[..n]);
    let (member, novelty) = (&mut state.member[..n], &mut state.novelty[..n]);
    let (bought, spent) = (&mut state.bought[..n], &mut state.spent[..n]);
    let (year, balance) = (&mut state.year_spend[..n], &mut state.issued[..n]);
    let mut joined_now = 0u32;
    for i in 0..n {
        let may = (1.0 - member[i]) * if open[i] < willing { 1.0 } else { 0.0 };
        // `&`, not `&&`: a branch would keep the loop from vectorising
        let ready = (bought[i] >= purchases) & (now.month as f32 - joined[i] >= tenure);
        let chance = count[i] * joins_per_visit * may;
        let joining = ready & (u[i] < chance);
        let j = if joining { 1.0 } else { 0.0 };
        joined_now += u32::from(joining);
        joins[i] = j;
        member[i] += j;
        novelty[i] = larger(novelty[i], j);
        bought[i] *= 1.0 - j;
        spent[i] *= 1.0 - j;
        year[i] *= 1.0 - j;
        let points = if j > 0.0 { welcome } else { 0 };
        issued[i] += points;
        balance[i] += points;
    }
    joined_now
}
