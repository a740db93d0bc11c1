//! Receipts: what holds only from one of some size on, how they grow up to it, and what of that is bought ahead.
//!
//! Few designs have any: no stage does anything without.

use crate::population::People;
use crate::random::math::{larger, ln};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// In the place of those entitled to what holds from a receipt on, the share of their spend in such receipts; and by how much their receipts grow for it. A bill
/// does not grow.
#[inline(always)]
pub fn reach(now: &Circumstances, people: &People, scratch: &mut Scratch) {
    scratch.grows = false;
    let n = scratch.len();
    let noise = f64::from(now.response.transaction_noise);
    let spread = libm::log1p(noise * noise).sqrt();
    let grows = if now.response.contract.is_some() { 0.0 } else { 1.0 };
    let Scratch { entitled, grown, curves, .. } = scratch;
    let (basket, grown) = (&people.basket[..n], &mut grown[..n]);
    for (deal, on) in now.deals.iter().zip(entitled).filter(|(deal, _)| !deal.who.receipts.are_all()) {
        let receipts = deal.who.receipts;
        if !scratch.grows {
            grown.fill(0.0);
        }
        (scratch.grows, scratch.ahead) = (true, receipts.ahead);
        let (curve, on) = (curves.of(receipts, spread), &mut on[..n]);
        for i in 0..n {
            let [share, more] = curve.at(ln(larger(basket[i], f32::MIN_POSITIVE) / receipts.from));
            grown[i] += on[i] * grows * more;
            on[i] *= share;
        }
    }
}

/// Receipts grow; part of it is bought ahead.
#[inline(always)]
pub fn grow(state: &mut State, scratch: &mut Scratch) {
    if !scratch.grows {
        return;
    }
    let (n, ahead) = (scratch.len(), scratch.ahead);
    state.stocks |= ahead > 0.0;
    let (list, grown) = (&mut scratch.list[..n], &scratch.grown[..n]);
    let stock = &mut state.stock[..n];
    for i in 0..n {
        let more = list[i] * grown[i];
        list[i] += more;
        stock[i] += ahead * more;
    }
}
