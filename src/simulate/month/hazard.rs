//! The hazard of leaving: a sum over causes, each a share of the baseline's hazard times what the month has made of it.
//!
//! `h = −ln(1 − θ) · Σ_j π_j·exp(b_j·x_j)/c_j`: what a program cannot reach, it cannot save.

use crate::plan::{OfCauses, PLACES};
use crate::random::Column;
use crate::random::math::{exp, larger};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// Customers whose hazards are worked out together.
pub const TOGETHER: usize = 16;

/// A number for each of them.
pub type Each = [f32; TOGETHER];

/// What customers' hazards depend on: columns, of a block or of a few, and constants.
#[derive(Debug, Clone, Copy)]
pub struct Reasons<'a> {
    treatment: &'a [f32],
    fault: &'a [f32],
    exposure: &'a [f32],
    freed: &'a [f32],
    member: &'a [f32],
    attachment: &'a [f32],
    advantage: &'a [f32],
    share: OfCauses<f32>,
    staff: f32,
    competition: f32,
    shield: f32,
    rival: f32,
    burden: f32,
    others: f32,
}

impl<'a> Reasons<'a> {
    /// The reasons of a block; `advantage` is that of the month.
    #[inline(always)]
    pub fn of(
        now: &Circumstances,
        share: &OfCauses<f32>,
        state: &'a State,
        advantage: &'a Column,
        n: usize,
    ) -> Self {
        let n = n.min(advantage.len());
        let ties = [&state.exposure, &state.freed, &state.member, &state.attachment, advantage];
        Self::new(now, share, &state.treatment[..n], &state.fault[..n], ties.map(|column| &column[..n]))
    }

    #[inline(always)]
    fn new(
        now: &Circumstances,
        share: &OfCauses<f32>,
        treatment: &'a [f32],
        fault: &'a [f32],
        ties: [&'a [f32]; 5],
    ) -> Self {
        let r = now.response;
        let [exposure, freed, member, attachment, advantage] = ties;
        Self {
            treatment,
            fault,
            exposure,
            freed,
            member,
            attachment,
            advantage,
            share: *share,
            staff: -r.staff,
            competition: r.competition,
            shield: r.shield,
            rival: r.rival_pull * now.rivals,
            burden: now.levers.message_burden,
            others: now.levers.messages_to_others,
        }
    }

    /// What multiplies the propensity to leave of the `i`th customer, by cause: staff, quality, competition, drift, price, undriven; with
    /// this exponential function. Without `TIES`, nothing has ever been given to anybody and no rival is open.
    #[inline(always)]
    pub fn terms<const TIES: bool>(&self, i: usize, exp: impl Fn(f32) -> f32) -> OfCauses<f32> {
        let share = self.share;
        let staff = share[0] * exp(self.staff * self.treatment[i]);
        let quality = share[1] * exp(larger(self.fault[i], 0.0));
        let exposed = share[2] * self.exposure[i];
        if !TIES {
            return [staff, quality, exposed, share[3], share[4], share[5]];
        }
        let shield = self.shield * self.attachment[i];
        let gain = self.competition * self.advantage[i];
        let competition = exposed * exp(self.rival.mul_add(self.freed[i], -gain - shield));
        let reached = self.others.mul_add(1.0 - self.member[i], self.member[i]);
        let drift = share[3] * exp(self.burden.mul_add(reached, -shield));
        [staff, quality, competition, drift, share[4] * exp(-gain), share[5]]
    }

    /// The sum of the terms.
    #[inline(always)]
    pub fn multiple<const TIES: bool>(&self, i: usize, exp: impl Fn(f32) -> f32) -> f32 {
        sum(self.terms::<TIES>(i, exp))
    }
}

/// The sum of the terms; the last three together, since without ties they are the same for everybody.
#[inline(always)]
fn sum([staff, quality, competition, drift, price, others]: OfCauses<f32>) -> f32 {
    (staff + quality + competition) + (drift + price + others)
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
    /// Reads the first [`TOGETHER`] rows, with these propensities to leave; places without one have no hazard.
    #[inline(always)]
    pub fn gather(rows: &[usize], base: &Column, luck: &Luck, state: &State, scratch: &Scratch) -> Self {
        Self {
            treatment: read(rows, &state.treatment),
            fault: read(rows, &state.fault),
            exposure: read(rows, &state.exposure),
            freed: read(rows, &state.freed),
            member: read(rows, &state.member),
            attachment: read(rows, &state.attachment),
            advantage: read(rows, &scratch.advantage),
            base: read(rows, base),
            luck: read(rows, &luck.leave),
        }
    }

    /// The same with satisfaction and failures as they were when the month began.
    #[inline(always)]
    pub fn gather_past(rows: &[usize], base: &Column, luck: &Luck, state: &State, scratch: &Scratch) -> Self {
        Self {
            treatment: read(rows, &scratch.past_treatment),
            fault: read(rows, &scratch.past_fault),
            ..Self::gather(rows, base, luck, state, scratch)
        }
    }

    /// The terms of each one's multiple by cause, and their sum.
    #[inline(always)]
    pub fn terms(&self, now: &Circumstances, share: &OfCauses<f32>) -> (OfCauses<Each>, Each) {
        let ties = [&self.exposure, &self.freed, &self.member, &self.attachment, &self.advantage];
        let reasons =
            Reasons::new(now, share, &self.treatment, &self.fault, ties.map(|each| each.as_slice()));
        let (mut terms, mut multiple) = ([[0.0; TOGETHER]; PLACES], [0.0; TOGETHER]);
        for k in 0..TOGETHER {
            let each = reasons.terms::<true>(k, exp);
            [terms[0][k], terms[1][k], terms[2][k], terms[3][k], terms[4][k], terms[5][k]] = each;
            multiple[k] = sum(each);
        }
        (terms, multiple)
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
