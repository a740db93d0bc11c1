//! The hazard of leaving: a sum over causes, each a share of the baseline's hazard times what the month has made of it.
//!
//! `h = −ln(1 − θ) · Σ_j π_j·exp(b_j·x_j)/c_j`: what a program cannot reach, it cannot save.

use super::{Circumstances, Scratch};
use crate::population::{Column, People};
use crate::random::math::{exp, larger};
use crate::simulate::luck::Luck;
use crate::simulate::state::State;

/// Customers whose hazards are worked out together.
pub const TOGETHER: usize = 32;

/// A number for each of them.
pub type Each = [f32; TOGETHER];

/// What multiplies everybody's propensity to leave, with this exponential function.
#[inline(always)]
pub fn multiples(now: &Circumstances, state: &State, scratch: &mut Scratch, exp: impl Fn(f32) -> f32) {
    let (r, share) = (now.response, now.response.share);
    let n = scratch.len();
    let (treatment, fault, exposure) = (&state.treatment[..n], &state.fault[..n], &state.exposure[..n]);
    let out = &mut scratch.multiple[..n];
    let staff = -r.staff;
    if !state.priced && !state.touched && now.rivals == 0.0 {
        let rest = share[3] + share[4] + share[5];
        for i in 0..n {
            out[i] = share[0] * exp(staff * treatment[i])
                + share[1] * exp(larger(fault[i], 0.0))
                + (share[2] * exposure[i] + rest);
        }
        return;
    }
    let (advantage, attachment) = (&scratch.advantage[..n], &state.attachment[..n]);
    let (freed, member) = (&state.freed[..n], &state.member[..n]);
    let (rival, burden) = (r.rival_pull * now.rivals, now.levers.message_burden);
    for i in 0..n {
        let shield = r.shield * attachment[i];
        let gain = r.competition * advantage[i];
        let service = share[0] * exp(staff * treatment[i]) + share[1] * exp(larger(fault[i], 0.0));
        let ties = share[2] * exposure[i] * exp(rival * freed[i] - gain - shield)
            + share[3] * exp(burden * member[i] - shield);
        out[i] = service + ties + share[4] * exp(-gain) + share[5];
    }
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
