//! Experience: how one was treated, what failed, and what one would answer when asked.

use crate::plan::{Answered, FAULT_IN_ANSWER, Response};
use crate::population::{People, on_arc};
use crate::random::math::{exp, larger, ln, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{Luck, Rare};
use crate::simulate::nps::{DETRACTOR, PROMOTER, Scale};
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;
use crate::simulate::totals::heads;

/// Bounds of the share of contacts handled to standard in a branch.
const LEAST_PROPER: f32 = 0.01;
/// The upper one.
const MOST_PROPER: f32 = 0.99;
/// What a small delight adds to the comparison of performance with expectation.
const DELIGHT: f32 = 0.5;
/// How much of an unresolved failure is remembered, at least, by customers to whom basics are missing.
const FRESH: f32 = 0.6;

/// Treatment by staff against expectation, for those who had a contact:
/// `S ← kept·S + κ·(gain − w·loss) − baseline mean`, where performance is the share of contacts handled to standard.
///
/// The share among n contacts is drawn as `q + (B − q)/√n` with B a Bernoulli draw: its mean and variance are those of the
/// binomial share for every n, from one uniform.
#[inline(always)]
pub fn contacts(now: &Circumstances, people: &People, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let q = now.levers.proper_contacts;
    delights(now, luck, scratch);
    let n = scratch.len();
    let level = &mut scratch.work[0][..n];
    if now.levers.has_branches {
        let of_branch = now.levers.branches.map(|adds| larger(smaller(q + adds, MOST_PROPER), LEAST_PROPER));
        for (level, branch) in level.iter_mut().zip(&people.branch) {
            *level = of_branch[usize::from(*branch).min(of_branch.len() - 1)];
        }
    } else {
        level.fill(q);
    }
    served(now, luck, state, scratch);
}

/// Small delights, as what they add to the comparison, in the second work column.
#[inline(always)]
fn delights(now: &Circumstances, luck: &Luck, scratch: &mut Scratch) {
    let n = scratch.len();
    let Scratch { work: [_, extra], count, picked, .. } = scratch;
    let (extra, count, u) = (&mut extra[..n], &count[..n], &luck.delight[..n]);
    extra.fill(0.0);
    let delights = now.levers.delight;
    if delights > 0.0 {
        let marks = picked.marks(n);
        for i in 0..n {
            // the chance of one, 1 − e^−x, is less than x
            marks[i] = u8::from(u[i] < count[i] * delights);
        }
        picked.gather(n);
        for &row in picked.rows() {
            extra[row] = if -ln(1.0 - u[row]) < count[row] * delights { DELIGHT } else { 0.0 };
        }
    }
}

/// The contacts of customers, each handled to standard with the probability in the first work column, and get what is in the second
/// on top.
#[inline(always)]
fn served(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &Scratch) {
    let Response { habituation, market_service, speed, loss_weight, .. } = *now.response;
    let Response { keeps, adaptation, .. } = *now.response;
    let (uneven, market) = (now.levers.unevenness, (1.0 - habituation) * market_service);
    let usual = now.usual_contact;
    let n = scratch.len();
    let (treatment, norm) = (&mut state.treatment[..n], &mut state.norm[..n]);
    let (count, root, service) = (&scratch.count[..n], &scratch.inverse_root[..n], &luck.service[..n]);
    let (level, extra) = (&scratch.work[0][..n], &scratch.work[1][..n]);
    for i in 0..n {
        let (q, met) = (level[i], count[i] > 0.0);
        let proper = if service[i] < q { 1.0 } else { 0.0 };
        let performance = (uneven * (proper - q)).mul_add(root[i], q);
        let compared = habituation.mul_add(-norm[i], performance + extra[i] - market);
        let felt = loss_weight.mul_add(smaller(compared, 0.0), larger(compared, 0.0));
        let change = speed.mul_add(felt, -usual);
        treatment[i] = keeps.mul_add(treatment[i], if met { change } else { 0.0 });
        let adapts = if met { adaptation } else { 0.0 };
        norm[i] = adapts.mul_add(performance - norm[i], norm[i]);
    }
}

/// Failures and what becomes of them. The memory of the worst one fades: slowly where it was left unresolved. One that is resolved at once
/// is remembered with pleasure (below 0) unless something worse is. Who buys more often than usual meets more of them and judges by the share
/// of purchases that fail: each weighs less.
#[inline(always)]
pub fn failures(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    let r = now.response;
    let (failure, fast) = (now.levers.failure, now.levers.recovered_fast);
    let any = fast + now.levers.recovered_slowly;
    for row in scratch.failing.drain(..) {
        scratch.failed[row] = 0.0;
    }
    scratch.given_up.clear();
    fade_and_mark(now, luck, state, scratch);
    let n = scratch.len();
    let (fault, count, u) = (&mut state.fault[..n], &scratch.count[..n], &luck.failure[..n]);
    for &row in scratch.picked.rows() {
        if -ln(1.0 - u[row]) < count[row] * failure {
            let recovery = luck.recovery[row];
            let weight = people.rate[row] * now.pace / larger(scratch.mean[row], 1e-6);
            fault[row] = remembered(r, fault[row], recovery, [fast, any], weight);
            scratch.failed[row] = if recovery < any { 2.0 } else { 1.0 };
            scratch.failing.push(row);
            sums.failures += 1.0;
            sums.recoveries += if recovery < any { 1.0 } else { 0.0 };
            if luck.rare(row, Rare::GivesUp) < weight * gives_up(r, recovery, [fast, any]) {
                scratch.given_up.push(row);
            }
        }
    }
}

/// Failures fade from memory; whoever may have met another one is picked.
#[inline(always)]
fn fade_and_mark(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let (r, failure) = (now.response, now.levers.failure);
    // constants as values: behind a reference, the choice between two of them would keep the loop from vectorising
    let (slow, hushed, plain) = (r.fault[1], r.hushed_memory, r.fault_memory);
    let n = scratch.len();
    let (fault, count, u) = (&mut state.fault[..n], &scratch.count[..n], &luck.failure[..n]);
    let marks = scratch.picked.marks(n);
    for i in 0..n {
        let memory = if fault[i] > slow { hushed } else { plain };
        fault[i] *= memory;
        // the chance of a failure, 1 − e^−x, is less than x
        marks[i] = u8::from(u[i] < count[i] * failure);
    }
    scratch.picked.gather(n);
}

/// The memory after a failure of this weight, of which there was so much before: the worst counts.
#[inline(always)]
fn remembered(r: &Response, faded: f32, recovery: f32, [fast, any]: [f32; 2], weight: f32) -> f32 {
    let [unresolved, slow, quick] = r.fault;
    let resolved = if recovery < fast { quick } else { slow };
    let mark = if recovery < any { resolved } else { unresolved };
    let mark = if mark > 0.0 { ln(weight.mul_add(exp(mark) - 1.0, 1.0)) } else { mark };
    larger(if faded > 0.0 { faded } else { mark }, mark)
}

/// The chance that a failure drives the customer away at once, by its `recovery`: resolved fast, resolved in the end, complained about in vain,
/// or kept silent about.
#[inline(always)]
fn gives_up(r: &Response, recovery: f32, [fast, any]: [f32; 2]) -> f32 {
    let [silent, vain, slow, quick] = r.gives_up;
    if recovery < fast {
        quick
    } else if recovery < any {
        slow
    } else if recovery < r.complaints {
        vain
    } else {
        silent
    }
}

/// Latent satisfaction behind the NPS answer, without its noise. Where basics are missing nothing good makes up for it.
#[inline(always)]
pub fn latent(r: &Response, treatment: f32, fault: f32, attachment: f32) -> f32 {
    let good = treatment + attachment;
    let good = if lacks_basics(r, fault) { smaller(good, 0.0) } else { good };
    FAULT_IN_ANSWER.mul_add(-fault, good)
}

/// Whether a failure is remembered nearly as freshly as one that stays unresolved.
#[inline(always)]
pub fn lacks_basics(r: &Response, fault: f32) -> bool {
    fault > FRESH * r.fault[0]
}

/// What the customer of a row answers, on the scale of the ordered probit: with open rivals in view (`contrast`), and lifted by fast answers
/// where there are any.
#[inline(always)]
pub fn answer<const LIFTED: bool>(
    (r, scale, answered, contrast): (&Response, &Scale, &Answered, f32),
    people: &People,
    luck: &Luck,
    state: &State,
    i: usize,
) -> f32 {
    let leaning = contrast.mul_add(-smaller(state.freed[i], 1.0), state.attachment[i] + state.leaning[i]);
    let felt = latent(r, state.treatment[i], state.fault[i], leaning);
    let plain = scale.noise.mul_add(luck.answer[i], scale.level + felt);
    if LIFTED && on_arc(people.place[i], answered.from, answered.share) {
        plain + answered.lift
    } else {
        plain
    }
}

/// What every customer would answer to "how likely are you to recommend us?", as an ordered probit.
#[inline(always)]
pub fn answers(
    now: &Circumstances,
    scale: &Scale,
    people: &People,
    luck: &Luck,
    state: &State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    if now.levers.answered.lift == 0.0 {
        ask::<false>(now, scale, people, luck, state, scratch, sums);
    } else {
        ask::<true>(now, scale, people, luck, state, scratch, sums);
    }
    if now.levers.invitations > 0.0 {
        let n = scratch.len();
        let (verdict, member) = (&scratch.verdict[..n], &state.member[..n]);
        sums.promoting_members += heads(n, |i| (verdict[i] > 0.0) & (member[i] > 0.0));
    }
}

#[inline(always)]
fn ask<const LIFTED: bool>(
    now: &Circumstances,
    scale: &Scale,
    people: &People,
    luck: &Luck,
    state: &State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    let n = scratch.len();
    let (r, scale, answered) = (*now.response, *scale, now.levers.answered);
    let contrast = now.contrast();
    let (verdict, alive) = (&mut scratch.verdict[..n], &state.alive[..n]);
    let (mut promoters, mut detractors) = (0u32, 0u32);
    for i in 0..n {
        let answer = answer::<LIFTED>((&r, &scale, &answered, contrast), people, luck, state, i);
        let asked = alive[i] > 0.0;
        let (good, bad) = (asked & (answer > PROMOTER), asked & (answer < DETRACTOR));
        verdict[i] = if good {
            1.0
        } else if bad {
            -1.0
        } else {
            0.0
        };
        promoters += u32::from(good);
        detractors += u32::from(bad);
    }
    sums.promoters += f64::from(promoters);
    sums.detractors += f64::from(detractors);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fresh failure caps what anything good could add; an old one, or one resolved, does not.
    #[test]
    fn delight_cannot_replace_basics() {
        let r = Response { fault: [2.0, 1.0, -0.5], ..Response::default() };
        assert_eq!(latent(&r, 3.0, 2.0, 0.5), -0.7);
        assert_eq!(latent(&r, -1.0, 2.0, 0.0), -1.7);
        assert!(latent(&r, 3.0, 1.0, 0.5) > 3.0);
        assert!(latent(&r, 0.0, -0.5, 0.0) > 0.0, "put right at once: better than before");
        assert!(!lacks_basics(&Response::default(), 0.0), "failures that drive nobody away");
    }
}
