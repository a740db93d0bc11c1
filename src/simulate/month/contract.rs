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

/// Whose contracts come up for renewal in a month.
#[derive(Debug, Clone, Copy)]
pub struct Renewals {
    term: f32,
    month: f32,
    earliest: f32,
}

impl Renewals {
    /// Of these contracts.
    pub fn of(contract: &Contract, month: usize) -> Self {
        let earliest = if contract.fresh { 0.0 } else { f32::NEG_INFINITY };
        Self { term: contract.months as f32, month: month as f32, earliest }
    }

    /// Whether the term of somebody who joined then ends this month.
    #[inline(always)]
    pub fn due(self, joined: f32) -> bool {
        let lived = self.month - larger(joined, self.earliest);
        let of_term = lived - (lived / self.term).floor() * self.term;
        of_term > self.term - 1.5
    }
}

/// The propensities to leave in a month: low within a term, and high where it ends.
#[inline(always)]
pub fn hazards(contract: &Contract, month: usize, people: &People, n: usize) -> Column {
    let (n, renewals) = (n.min(ROWS), Renewals::of(contract, month));
    let (within, at_end) = (contract.within as f32, contract.at_end as f32);
    let (hazard, joined) = (&people.hazard[..n], &people.joined[..n]);
    let mut due = [0.0; ROWS];
    for i in 0..n {
        due[i] = hazard[i] * if renewals.due(joined[i]) { at_end } else { within };
    }
    due
}
