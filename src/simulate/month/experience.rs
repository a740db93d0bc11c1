//! Experience: how one was treated, what failed, and what one would answer when asked.

use super::{Circumstances, Scratch};
use crate::random::math::larger;
use crate::simulate::luck::Luck;
use crate::simulate::state::State;
use crate::simulate::sums::{Adder, Sums, column_total};

/// What a small delight adds to the comparison of performance with expectation.
const DELIGHT: f32 = 0.5;
/// Loss of satisfaction in the NPS answer per unit of a failure's memory.
const FAULT_IN_ANSWER: f32 = 0.35;
/// Least latent satisfaction of a promoter: 35 % promoters in an ordered probit with 15 % detractors.
pub const PROMOTER: f32 = 0.385;
/// Highest latent satisfaction of a detractor.
pub const DETRACTOR: f32 = -1.036;

/// Treatment by staff against expectation, for those who had a contact:
/// `S ← kept·S + κ·(gain − w·loss) − baseline mean`, where performance is the share of proper contacts.
///
/// The share among n contacts is drawn as `q + (B − q)/√n` with B a Bernoulli draw: its mean and variance are those of the
/// binomial share for every n, from one uniform.
#[inline(always)]
pub fn contacts(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &Scratch) {
    let r = now.response;
    let (q, uneven) = (now.levers.proper_contacts, now.levers.unevenness);
    let market = (1.0 - r.habituation) * r.market_service;
    let n = scratch.len();
    let (treatment, norm) = (&mut state.treatment[..n], &mut state.norm[..n]);
    let (count, service, delight) = (&scratch.count[..n], &luck.service[..n], &luck.delight[..n]);
    for i in 0..n {
        let met = count[i] > 0.0;
        let proper = if service[i] < q { 1.0 } else { 0.0 };
        let performance = q + uneven * (proper - q) / larger(count[i], 1.0).sqrt();
        let extra = if count[i] * r.delight > delight[i] { DELIGHT } else { 0.0 };
        let compared = performance + extra - (r.habituation * norm[i] + market);
        let change =
            r.speed * (larger(compared, 0.0) - r.loss_weight * larger(-compared, 0.0)) - r.contact_mean;
        treatment[i] = r.keeps * treatment[i] + if met { change } else { 0.0 };
        norm[i] += if met { r.adaptation * (performance - norm[i]) } else { 0.0 };
    }
}

/// Failures and what becomes of them. The memory of the worst one fades.
#[inline(always)]
pub fn failures(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let r = now.response;
    let (failure, fast) = (now.levers.failure, now.levers.recovered_fast);
    let any = fast + now.levers.recovered_slowly;
    let n = scratch.len();
    let (fault, count, failed) = (&mut state.fault[..n], &scratch.count[..n], &mut scratch.failed[..n]);
    let (clock, recovery) = (&luck.failure[..n], &luck.recovery[..n]);
    for i in 0..n {
        let fails = count[i] * failure > clock[i];
        let u = recovery[i];
        let resolved = if u < fast { r.fault[2] } else { r.fault[1] };
        let mark = if u < any { resolved } else { r.fault[0] };
        let effort = if u < any { 2.0 } else { 1.0 };
        fault[i] = larger(r.fault_memory * fault[i], if fails { mark } else { 0.0 });
        failed[i] = if fails { effort } else { 0.0 };
    }
}

/// Latent satisfaction behind the NPS answer, without its noise.
#[inline(always)]
pub fn latent(treatment: f32, fault: f32, attachment: f32) -> f32 {
    treatment + attachment - FAULT_IN_ANSWER * fault
}

/// What every customer would answer to "how likely are you to recommend us?", as an ordered probit.
#[inline(always)]
pub fn answers(
    now: &Circumstances,
    luck: &Luck,
    state: &State,
    scratch: &mut Scratch,
    sums: &mut Sums,
    adder: &mut Adder,
) {
    let (level, noise) = (now.response.nps_level, now.response.nps_noise);
    let n = scratch.len();
    let [promotes, detracts] = &mut scratch.work;
    let (promotes, detracts) = (&mut promotes[..n], &mut detracts[..n]);
    let (alive, member, z) = (&state.alive[..n], &state.member[..n], &luck.answer[..n]);
    let (treatment, fault, attachment) = (&state.treatment[..n], &state.fault[..n], &state.attachment[..n]);
    for i in 0..n {
        let answer = level + latent(treatment[i], fault[i], attachment[i]) + noise * z[i];
        let asked = alive[i];
        promotes[i] = if answer > PROMOTER { asked } else { 0.0 };
        detracts[i] = if answer < DETRACTOR { asked } else { 0.0 };
    }
    sums.promoters += column_total(promotes);
    sums.detractors += column_total(detracts);
    if now.levers.invitations > 0.0 {
        sums.promoting_members += adder.total(n, |i| promotes[i] * member[i]);
    }
}
