//! Contracts: a bill a month from everybody who is there, and a time to leave.

use crate::plan::Contract;
use crate::population::People;
use crate::random::math::larger;
use crate::random::{Column, ROWS};
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// Everybody who is there is sent a bill, whatever they think of us and of its amount: they may only go.
#[inline(always)]
pub fn bill(state: &State, scratch: &mut Scratch) {
    let n = scratch.len();
    scratch.mean[..n].copy_from_slice(&state.alive[..n]);
    scratch.count[..n].copy_from_slice(&state.alive[..n]);
    scratch.inverse_root[..n].fill(1.0);
    scratch.uplift[..n].fill(0.0);
}

/// The propensities to leave in a month: low within a term, and high where it ends.
#[inline(always)]
pub fn hazards(contract: &Contract, month: usize, people: &People, n: usize) -> Column {
    let n = n.min(ROWS);
    let (term, month) = (contract.months as f32, month as f32);
    let (within, at_end) = (contract.within as f32, contract.at_end as f32);
    let earliest = if contract.fresh { 0.0 } else { f32::NEG_INFINITY };
    let (hazard, joined) = (&people.hazard[..n], &people.joined[..n]);
    let mut due = [0.0; ROWS];
    for i in 0..n {
        let lived = month - larger(joined[i], earliest);
        let of_term = lived - (lived / term).floor() * term;
        due[i] = hazard[i] * if of_term > term - 1.5 { at_end } else { within };
    }
    due
}
