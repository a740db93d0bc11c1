//! Volume bonuses: what a year's purchases are expected to earn, how customers reckon with it, what is accrued, closed and paid.
//!
//! Few designs have any: no stage does anything without.

use crate::design;
use crate::plan::VolumeTerms;
use crate::population::People;
use crate::random::math::{exp, larger, ln, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

use super::loyalty;

/// The part of a stock bought ahead that is used up in a month, and the most of a month's purchases that it replaces, in single precision.
pub(super) const USED_UP: f32 = design::USED_UP as f32;
pub(super) const REPLACES: f32 = design::REPLACES as f32;

/// Months for which a stock bought ahead lasts once there is no bonus any more.
const LINGERS: usize = 12;

/// A month begins. Where the bonus has ended, or members have to join anew, the year is closed as it stands.
#[inline(always)]
pub fn begin(now: &Circumstances, state: &mut State, scratch: &mut Scratch, sums: &mut Sums) {
    scratch.bonuses = false;
    let runs = now.levers.volume.on;
    if !runs && !state.owing.active {
        return;
    }
    scratch.bonus.fill(0.0);
    let anew = now.levers.handover.is_some_and(|handover| handover.join_anew);
    if state.owing.terms.on && (!runs || anew) {
        let terms = state.owing.terms;
        close(now, &terms, state, scratch, sums);
        (state.owing.terms, state.owing.lingers) = (VolumeTerms::NONE, LINGERS);
    }
    if state.owing.goes_on(runs) {
        return;
    }
    state.ahead.fill(0.0);
}

/// What members expect of the year as they buy now: the bonus as a share of what counts; what the next purchase earns, as it is felt; and the pull of a step
/// within reach, as the log of purchases. Who has stocked up for a step buys less until the stock is used up.
#[inline(always)]
pub fn expect(now: &Circumstances, people: &People, state: &mut State, scratch: &mut Scratch) {
    let (terms, r) = (&now.levers.volume, now.response);
    let pulled = r.contract.is_none();
    for row in 0..scratch.len() {
        let usual = usual(terms, people, scratch.discount[row], row) * state.alive[row];
        let (volume, member) = (state.volume[row], state.member[row]);
        let expected = volume + usual * terms.months_left;
        scratch.bonus_rate[row] = member * terms.counts * terms.bonus(expected) / larger(expected, 1e-6);
        scratch.bonus_felt[row] = member * terms.felt * terms.counts * terms.rate(expected);
        let [gain, rise] = terms.within_reach(volume, usual);
        let pull = r.price * state.price[row] * terms.felt * gain * member;
        let pull = if pulled { smaller(pull, ln(1.0 + rise)) } else { 0.0 };
        let shift = if pull > 0.0 {
            state.ahead[row] += terms.brought_forward * usual * (exp(pull) - 1.0);
            pull
        } else {
            let used = smaller(USED_UP * state.ahead[row], REPLACES * usual);
            state.ahead[row] -= used;
            if used > 0.0 { ln(1.0 - used / usual) } else { 0.0 }
        };
        scratch.bonus_pull[row] = shift;
    }
}

/// What a customer usually buys in a month of what counts, after this discount.
#[inline(always)]
fn usual(terms: &VolumeTerms, people: &People, discount: f32, row: usize) -> f32 {
    people.rate[row] * people.basket[row] * (1.0 - discount) * terms.counts
}

/// A bonus to come counts as an advantage, and so does what those would forgo who left within the year.
#[inline(always)]
pub fn ties(now: &Circumstances, people: &People, state: &State, scratch: &mut Scratch) {
    if !state.owing.active {
        return;
    }
    let weight = now.response.firm_benefit * now.levers.volume.felt;
    for row in 0..scratch.len() {
        let stake = state.accrued[row] * people.inverse_worth[row];
        let more = weight * (scratch.bonus_rate[row] + stake);
        scratch.advantage[row] = smaller(scratch.advantage[row] + more, loyalty::MOST);
    }
}

/// The month's purchases count, what they are expected to earn is accrued, a year that ends is closed, and what is due is paid.
#[inline(always)]
pub fn month(
    now: &Circumstances,
    people: &People,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    let terms = &now.levers.volume;
    if terms.on {
        state.owing.runs(terms);
        count(terms, state, scratch);
        if terms.closes {
            close(now, terms, state, scratch, sums);
        } else {
            accrue(now, terms, people, state, scratch, sums);
        }
    }
    sums.bonuses_paid += state.owing.pay();
}

#[inline(always)]
fn count(terms: &VolumeTerms, state: &mut State, scratch: &Scratch) {
    let n = scratch.len();
    let (volume, member) = (&mut state.volume[..n], &state.member[..n]);
    let (list, discount) = (&scratch.list[..n], &scratch.discount[..n]);
    for i in 0..n {
        volume[i] += list[i] * (1.0 - discount[i]) * terms.counts * member[i];
    }
}

/// Of the bonus that the year is expected to end with, the part that falls to what has been bought so far.
#[inline(always)]
fn accrue(
    now: &Circumstances,
    terms: &VolumeTerms,
    people: &People,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    let left = terms.months_left - 1.0;
    for row in 0..scratch.len() {
        let volume = state.volume[row];
        let expected = volume + usual(terms, people, scratch.discount[row], row) * left * state.member[row];
        let share = if volume > 0.0 { volume / expected } else { 0.0 };
        owe(now, row, terms.bonus(expected) * share, state, scratch, sums);
    }
}

/// What the year has earned is due, and the next one begins from nothing.
#[inline(always)]
fn close(
    now: &Circumstances,
    terms: &VolumeTerms,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    for row in 0..scratch.len() {
        owe(now, row, terms.bonus(state.volume[row]), state, scratch, sums);
        state.volume[row] = 0.0;
        state.accrued[row] = 0.0;
    }
    state.owing.close(terms.paid_after);
}

/// What is owed to a customer for the year so far becomes this.
#[inline(always)]
fn owe(
    now: &Circumstances,
    row: usize,
    becomes: f32,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    let before = state.accrued[row];
    if becomes == before {
        return;
    }
    let more = now.grain.round(becomes) - now.grain.round(before);
    state.accrued[row] = becomes;
    state.owing.accrued += more;
    sums.bonuses += more;
    scratch.bonus[row] += becomes - before;
    scratch.bonuses = true;
}

/// What a bonus takes off what is earned from customers.
#[inline(always)]
pub fn earn(now: &Circumstances, state: &mut State, scratch: &Scratch) {
    if !scratch.bonuses {
        return;
    }
    for row in 0..scratch.len() {
        state.give(row, scratch.bonus[row], now.today, scratch.verdict[row]);
    }
}

/// Who leaves within the year gets nothing for it.
#[inline(always)]
pub fn forfeit(
    now: &Circumstances,
    row: usize,
    verdict: f32,
    state: &mut State,
    bonus: &mut [f32],
    sums: &mut Sums,
) {
    let accrued = state.accrued[row];
    if accrued != 0.0 {
        let less = now.grain.round(accrued);
        state.owing.accrued -= less;
        sums.bonuses -= less;
        bonus[row] -= accrued;
        state.give(row, -accrued, now.today, verdict);
    }
    (state.volume[row], state.accrued[row], state.ahead[row]) = (0.0, 0.0, 0.0);
}
