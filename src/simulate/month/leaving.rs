//! Leaving: the hazard as a sum over causes, who goes, and why.
//!
//! `h = −ln(1 − θ) · Σ_j π_j·exp(b_j·x_j)/c_j`: what a program cannot reach, it cannot save.

use super::purchases::last_purchase;
use super::{Circumstances, Scratch, categories};
use crate::population::People;
use crate::random::math::{exp, larger, smaller};
use crate::simulate::luck::Luck;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// The largest hazard of one month.
const MOST: f32 = 5.0;
/// A cause contributes to an exit when its term is this multiple of its baseline share.
const CONTRIBUTES: f32 = 1.25;

/// Customers looked at together when leavers are sought.
const GROUP: usize = 16;

/// A customer who goes this month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaver {
    /// Row in the block.
    pub row: usize,
    /// Place of the primary cause in [`crate::plan::Response::share`].
    pub place: usize,
    /// Uniform that is left over, to choose among undriven causes.
    pub rest: f32,
    /// Which places were active.
    pub active: [bool; 6],
}

/// Everybody's hazard.
#[inline(always)]
pub fn hazards(now: &Circumstances, state: &State, scratch: &mut Scratch) {
    let (r, share) = (now.response, now.response.share);
    let n = scratch.len();
    let out = &mut scratch.hazard[..n];
    let (treatment, fault) = (&state.treatment[..n], &state.fault[..n]);
    for i in 0..n {
        out[i] = share[0] * exp(-r.staff * treatment[i]) + share[1] * exp(larger(fault[i], 0.0)) + share[5];
    }
    let exposure = &state.exposure[..n];
    if !state.priced && !state.touched && now.rivals == 0.0 {
        for i in 0..n {
            out[i] += share[2] * exposure[i] + (share[3] + share[4]);
        }
        return;
    }
    let (advantage, attachment) = (&scratch.advantage[..n], &state.attachment[..n]);
    let (freed, member) = (&state.freed[..n], &state.member[..n]);
    let (rival, burden) = (r.rival_pull * now.rivals, now.levers.message_burden);
    for i in 0..n {
        let shield = r.shield * attachment[i];
        let gain = r.competition * advantage[i];
        out[i] += share[2] * exposure[i] * exp(rival * freed[i] - gain - shield)
            + share[3] * exp(burden * member[i] - shield);
    }
    if share[4] > 0.0 {
        for i in 0..n {
            out[i] += share[4] * exp(-r.competition * advantage[i]);
        }
    }
}

/// Those whose hazard has run past their clock go. Their points lapse.
#[inline(always)]
pub fn leave(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    if !now.may_leave {
        return;
    }
    run_clocks(now, people, luck, state, scratch);
    gather(now, state, scratch);
    categories::walk_out(now, luck, scratch);
    for leaver in &scratch.leavers {
        let row = leaver.row;
        categories::depart(state, row);
        state.alive[row] = 0.0;
        state.member[row] = 0.0;
        state.level[row] = 0.0;
        sums.lapsed += i64::from(state.issued[row] - state.used[row]);
        state.used[row] = state.issued[row];
    }
}

/// The hazard everybody has run, against what is left of the clock.
#[inline(always)]
fn run_clocks(now: &Circumstances, people: &People, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let n = scratch.len();
    let Scratch { hazard, work: [ran, _], count, .. } = scratch;
    let (out, ran, count) = (&mut hazard[..n], &mut ran[..n], &count[..n]);
    let (alive, base, clock) = (&state.alive[..n], &people.hazard[..n], &luck.leave[..n]);
    if now.response.leaves_at_purchase {
        let multiple = &mut state.multiple[..n];
        for i in 0..n {
            // what the last purchase takes, and what the ones before it have left of the clock
            let each = smaller(base[i] * multiple[i], MOST);
            let last = last_purchase(clock[i], base[i] * multiple[i]);
            multiple[i] = out[i];
            ran[i] = larger(smaller(clock[i] - (last - 1.0) * each, 0.999_999 * each), 0.0);
            out[i] = if count[i] >= last { each * alive[i] } else { 0.0 };
        }
    } else {
        for i in 0..n {
            ran[i] = clock[i];
            out[i] = smaller(out[i] * base[i], MOST) * alive[i];
        }
    }
}

/// Finds the leavers: most groups of customers have none.
#[inline(always)]
fn gather(now: &Circumstances, state: &State, scratch: &mut Scratch) {
    let n = scratch.len();
    let Scratch { leavers, hazard, advantage, work: [ran, _], .. } = scratch;
    leavers.clear();
    let (hazard, clock) = (&hazard[..n], &ran[..n]);
    for (group, (hazards, clocks)) in hazard.chunks(GROUP).zip(clock.chunks(GROUP)).enumerate() {
        let mut any = 0u32;
        for (h, c) in hazards.iter().zip(clocks) {
            any |= u32::from(h > c);
        }
        if any != 0 {
            for (k, (h, c)) in hazards.iter().zip(clocks).enumerate().filter(|(_, (h, c))| h > c) {
                let row = group * GROUP + k;
                leavers.push(leaver(now, state, advantage[row], *h, *c, row));
            }
        }
    }
}

/// The six terms of one customer (staff, quality, competition, drift, price, undriven), and the uniform that chooses among them: given
/// that they go, `(1 − e^−clock)/(1 − e^−hazard)` is one. All exponentials are taken at once, side by side.
#[inline(always)]
fn terms(
    now: &Circumstances,
    state: &State,
    advantage: f32,
    [hazard, clock]: [f32; 2],
    i: usize,
) -> ([f32; 6], f32) {
    let (r, share) = (now.response, &now.response.share);
    let shield = r.shield * state.attachment[i];
    let gain = r.competition * advantage;
    let rival = r.rival_pull * now.rivals * state.freed[i];
    let mut e = [
        -r.staff * state.treatment[i],
        larger(state.fault[i], 0.0),
        rival - gain - shield,
        now.levers.message_burden * state.member[i] - shield,
        -gain,
        0.0,
        -clock,
        -hazard,
    ];
    for power in &mut e {
        *power = exp(*power);
    }
    let weight = [share[0], share[1], share[2] * state.exposure[i], share[3], share[4], share[5]];
    (std::array::from_fn(|k| weight[k] * e[k]), smaller((1.0 - e[6]) / (1.0 - e[7]), 1.0))
}

/// Why somebody goes: the uniform chooses in proportion to the terms.
#[inline(always)]
fn leaver(now: &Circumstances, state: &State, advantage: f32, hazard: f32, clock: f32, row: usize) -> Leaver {
    let (terms, u) = terms(now, state, advantage, [hazard, clock], row);
    let share = now.response.share;
    let mut left = u * terms.iter().sum::<f32>();
    let mut place = 0;
    for (k, term) in terms.iter().enumerate().filter(|(_, term)| **term > 0.0) {
        place = k;
        if left < *term {
            break;
        }
        left -= term;
    }
    let mut active = [false; 6];
    for k in 0..6 {
        active[k] = (k == place) | (terms[k] > CONTRIBUTES * share[k]);
    }
    let rest = if terms[place] > 0.0 { (left / terms[place]).clamp(0.0, 1.0) } else { 0.0 };
    Leaver { row, place, rest, active }
}
