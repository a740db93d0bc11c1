//! The hazard of leaving: a sum over causes, each a share of the baseline's hazard times what the month has made of it.
//!
//! `h = −ln(1 − θ) · Σ_j π_j·exp(b_j·x_j)/c_j`: what a program cannot reach, it cannot save.

use super::{Circumstances, Scratch};
use crate::population::{Column, People};
use crate::random::math::{exp, larger};
use crate::simulate::luck::Luck;
use crate::simulate::state::State;

/// Customers whose hazards are worked out together.
pub const TOGETHER: usize = 16;

/// A number for each of them.
pub type Each = [f32; TOGETHER];

/// What a customer's hazard depends on: columns and constants. Where nothing has ever been given to anybody and no rival is open, ties
/// are what they were.
#[derive(Debug, Clone, Copy)]
pub struct Reasons<'a> {
    treatment: &'a [f32],
    fault: &'a [f32],
    exposure: &'a [f32],
    freed: &'a [f32],
    member: &'a [f32],
    attachment: &'a [f32],
    advantage: &'a [f32],
    share: [f32; 6],
    staff: f32,
    competition: f32,
    shield: f32,
    rival: f32,
    burden: f32,
}

impl<'a> Reasons<'a> {
    /// The reasons of a block; `advantage` is that of the month.
    #[inline(always)]
    pub fn of(now: &Circumstances, state: &'a State, advantage: &'a Column, n: usize) -> Self {
        let r = now.response;
        let n = n.min(advantage.len());
        Self {
            treatment: &state.treatment[..n],
            fault: &state.fault[..n],
            exposure: &state.exposure[..n],
            freed: &state.freed[..n],
            member: &state.member[..n],
            attachment: &state.attachment[..n],
            advantage: &advantage[..n],
            share: r.share,
            staff: -r.staff,
            competition: r.competition,
            shield: r.shield,
            rival: r.rival_pull * now.rivals,
            burden: now.levers.message_burden,
        }
    }

    /// What multiplies the propensity to leave of the customer of a row, with this exponential function; without `TIES`, those are taken
    /// as they were at the start.
    #[inline(always)]
    pub fn multiple<const TIES: bool>(&self, i: usize, exp: impl Fn(f32) -> f32) -> f32 {
        let share = self.share;
        let quality = share[1] * exp(larger(self.fault[i], 0.0));
        let service = share[0].mul_add(exp(self.staff * self.treatment[i]), quality);
        if !TIES {
            return service + share[2].mul_add(self.exposure[i], share[3] + share[4] + share[5]);
        }
        let shield = self.shield * self.attachment[i];
        let gain = self.competition * self.advantage[i];
        let competition = exp(self.rival.mul_add(self.freed[i], -gain - shield));
        let drift = exp(self.burden.mul_add(self.member[i], -shield));
        let price = share[4].mul_add(exp(-gain), share[5]);
        (share[2] * self.exposure[i]).mul_add(competition, share[3].mul_add(drift, service + price))
    }
}

/// Whether the ties of customers may have changed since the start.
#[inline(always)]
pub fn tied(now: &Circumstances, state: &State) -> bool {
    state.priced || state.touched || now.rivals > 0.0
}

/// What decides whether some customers go, and why, side by side.
#[derive(Debug)]
pub struct Few {
    treatment: Each,
    fault: Each,
    exposure: Each,
    freed: Each,
    member: Each,
    attachment: Each,
    advantage: Each,
    /// Propensity to leave as a hazard.
    pub base: Each,
    /// Uniform of leaving.
    pub luck: Each,
}

impl Few {
    /// Reads the first [`TOGETHER`] rows; places without one have no hazard.
    #[inline(always)]
    pub fn gather(rows: &[usize], people: &People, luck: &Luck, state: &State, scratch: &Scratch) -> Self {
        Self {
            treatment: read(rows, &state.treatment),
            fault: read(rows, &state.fault),
            exposure: read(rows, &state.exposure),
            freed: read(rows, &state.freed),
            member: read(rows, &state.member),
            attachment: read(rows, &state.attachment),
            advantage: read(rows, &scratch.advantage),
            base: read(rows, &people.hazard),
            luck: read(rows, &luck.leave),
        }
    }

    /// The terms of the hazard's multiple by cause: staff, quality, competition, drift, price, undriven.
    #[inline(always)]
    pub fn terms(&self, now: &Circumstances) -> [Each; 6] {
        let (r, share) = (now.response, now.response.share);
        let (staff, competition, shield) = (-r.staff, r.competition, r.shield);
        let (rival, burden) = (r.rival_pull * now.rivals, now.levers.message_burden);
        let mut terms = [[share[5]; TOGETHER]; 6];
        for k in 0..TOGETHER {
            terms[0][k] = share[0] * exp(staff * self.treatment[k]);
            terms[1][k] = share[1] * exp(larger(self.fault[k], 0.0));
        }
        for k in 0..TOGETHER {
            let shield = shield * self.attachment[k];
            let gain = competition * self.advantage[k];
            terms[2][k] = share[2] * self.exposure[k] * exp(rival * self.freed[k] - gain - shield);
            terms[3][k] = share[3] * exp(burden * self.member[k] - shield);
            terms[4][k] = share[4] * exp(-gain);
        }
        terms
    }
}

#[inline(always)]
fn read(rows: &[usize], column: &Column) -> Each {
    let mut each = [0.0; TOGETHER];
    for (value, row) in each.iter_mut().zip(rows) {
        *value = column[*row];
    }
    each
}
