//! Stocks: what is bought sooner than it is needed because it is cheaper now, and missing later; and what waits for a sale.
//!
//! Few designs have any: no stage does anything without.

use super::volume::{REPLACES, USED_UP};
use crate::population::People;
use crate::random::math::{exp, larger, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// Of what a passing discount has added to purchases, a part is laid in. A bill is not.
#[inline(always)]
pub fn lay_in(now: &Circumstances, state: &mut State, scratch: &Scratch) {
    let ahead = now.response.brought_forward;
    if !scratch.passing || ahead <= 0.0 || now.response.contract.is_some() {
        return;
    }
    state.stocks = true;
    let n = scratch.len();
    let (stock, list, rush) = (&mut state.stock[..n], &scratch.list[..n], &scratch.rush[..n]);
    for i in 0..n {
        stock[i] += ahead * (1.0 - exp(-rush[i])) * list[i];
    }
}

/// Who has bought ahead buys less until it is used up.
#[inline(always)]
pub fn use_up(people: &People, state: &mut State, scratch: &mut Scratch) {
    if !state.stocks {
        return;
    }
    let n = scratch.len();
    let (mean, stock, basket) = (&mut scratch.mean[..n], &mut state.stock[..n], &people.basket[..n]);
    for i in 0..n {
        let used = smaller(USED_UP * stock[i], REPLACES * mean[i] * basket[i]);
        stock[i] -= used;
        mean[i] -= used / larger(basket[i], f32::MIN_POSITIVE);
    }
}

/// What was put off until this month is bought. Who knows of a sale next month puts off a part of what he buys: of what the sale will sell him more, a share.
#[inline(always)]
pub fn wait(now: &Circumstances, people: &People, state: &mut State, scratch: &mut Scratch) {
    let waits = now.response.put_off > 0.0 && now.deals.iter().any(|deal| deal.awaited > 0.0);
    if state.waited || waits {
        put_off(now, people, state, scratch);
    }
    state.waited = waits;
}

#[cold]
fn put_off(now: &Circumstances, people: &People, state: &mut State, scratch: &mut Scratch) {
    let (share, response) = (now.response.put_off, now.response.price);
    for row in 0..scratch.len() {
        let basket = larger(people.basket[row], f32::MIN_POSITIVE);
        let usual = scratch.mean[row] * basket;
        let mut later = 0.0;
        for (deal, on) in now.deals.iter().zip(&scratch.entitled) {
            let more = exp(response * state.price[row] * deal.awaited) - 1.0;
            later = larger(later, on[row] * smaller(share * more, REPLACES) * usual);
        }
        scratch.mean[row] += (state.put_off[row] - later) / basket;
        state.put_off[row] = later;
    }
}
