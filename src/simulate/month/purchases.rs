//! Purchases: how many, and for how much.

use crate::population::People;
use crate::random::math::{exp, larger, ln, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// The largest mean number of purchases in a month: two a day.
const MOST: f32 = 60.0;
/// Customers whose counts are found together.
const GROUP: usize = 32;

/// Mean purchases: `λ · season · exp(price + satisfaction − rival)`, times what membership adds.
#[inline(always)]
pub fn mean(now: &Circumstances, people: &People, state: &State, scratch: &mut Scratch) {
    if !now.levers.program {
        means::<false, false>(now, people, state, scratch);
    } else if !now.levers.has_points {
        means::<true, false>(now, people, state, scratch);
    } else {
        means::<true, true>(now, people, state, scratch);
    }
}

/// In a program, times `(1 + novelty) · (1 + messages)`; with points, times `(1 + goal) · (1 + momentum)`: the pull of the next reward
/// and the momentum of the last one.
#[inline(always)]
fn means<const PROGRAM: bool, const POINTS: bool>(
    now: &Circumstances,
    people: &People,
    state: &State,
    scratch: &mut Scratch,
) {
    let (r, levers, n) = (now.response, now.levers, scratch.len());
    let (scale, satisfaction, wallet) = (now.pace, r.satisfaction, r.rival_wallet * now.rivals);
    let (lifted, messaged) = (levers.membership_lift, levers.message_lift);
    let (toward, pulls) = (1.0 / levers.points.minimum, levers.points.pull);
    let (out, uplift) = (&mut scratch.mean[..n], &scratch.uplift[..n]);
    let (rate, mobility, alive) = (&people.rate[..n], &state.mobility[..n], &state.alive[..n]);
    let (treatment, member, novelty) = (&state.treatment[..n], &state.member[..n], &state.novelty[..n]);
    let (lift, seeker, forgetful) = (&people.lift[..n], &people.seeker[..n], &people.forgetful[..n]);
    let (issued, used) = (&state.issued[..n], &state.used[..n]);
    let (pull, momentum) = (&state.pull[..n], &state.momentum[..n]);
    for i in 0..n {
        let log = satisfaction.mul_add(treatment[i], wallet.mul_add(-mobility[i], uplift[i]));
        let mut mean = smaller(rate[i] * scale * exp(log), MOST) * alive[i];
        if PROGRAM {
            let new = (lifted * lift[i]).mul_add(novelty[i], 1.0);
            let told = (messaged * seeker[i]).mul_add(member[i], 1.0);
            mean *= new * told;
        }
        if POINTS {
            let progress = smaller((issued[i] - used[i]) as f32 * toward, 1.0);
            let drawn = (pulls * progress * pull[i]).mul_add(1.0 - forgetful[i], 1.0);
            mean *= drawn * (1.0 + momentum[i]);
        }
        out[i] = mean;
    }
}

/// Poisson counts by inversion: the smallest k with `u ≤ e^−m Σ m^i/i!`. Three purchases are looked for in everybody, more of them in the
/// groups where somebody makes more.
#[inline(always)]
pub fn count(luck: &Luck, scratch: &mut Scratch) {
    let n = scratch.len();
    let (mean, u) = (&scratch.mean[..n], &luck.purchases[..n]);
    let (count, root) = (&mut scratch.count[..n], &mut scratch.inverse_root[..n]);
    let [of_two, of_three] = [2.0f32, 3.0].map(|count| 1.0 / count.sqrt());
    for i in 0..n {
        let target = u[i] * exp(mean[i]);
        let second = 1.0 + mean[i];
        let third = (mean[i] * 0.5).mul_add(mean[i], second);
        let [any, two, three] = [1.0, second, third].map(|sum| target > sum);
        count[i] = if three {
            3.0
        } else if two {
            2.0
        } else if any {
            1.0
        } else {
            0.0
        };
        root[i] = if three {
            of_three
        } else if two {
            of_two
        } else {
            1.0
        };
    }
    heavy_buyers(mean, u, count, root);
}

/// Counts of those who may make more than three purchases: four levels at a time until all of a group have settled. Neighbours buy alike,
/// so that only groups of heavy buyers need many levels.
#[inline(always)]
fn heavy_buyers(mean: &[f32], u: &[f32], count: &mut [f32], root: &mut [f32]) {
    let groups = mean.as_chunks().0.iter().zip(u.as_chunks().0);
    let outcomes = count.as_chunks_mut().0.iter_mut().zip(root.as_chunks_mut::<GROUP>().0);
    for ((mean, u), (count, root)) in groups.zip(outcomes) {
        if many(count) {
            count_group(mean, u, count);
            for i in 0..GROUP {
                root[i] = 1.0 / larger(count[i], 1.0).sqrt();
            }
        }
    }
}

/// Whether anybody in a group has made three purchases, and may have made more.
#[inline(always)]
fn many(count: &[f32; GROUP]) -> bool {
    let mut any = 0u32;
    for i in 0..GROUP {
        any |= u32::from(count[i] >= 3.0);
    }
    any != 0
}

#[inline(always)]
fn count_group(mean: &[f32; GROUP], u: &[f32; GROUP], count: &mut [f32; GROUP]) {
    let (mut target, mut power, mut sum) = ([0.0; GROUP], [1.0; GROUP], [1.0; GROUP]);
    for i in 0..GROUP {
        target[i] = u[i] * exp(mean[i]);
        count[i] = if target[i] > 1.0 { 1.0 } else { 0.0 };
    }
    let mut level = 0.0;
    while level < 200.0 && unsettled(&target, &sum) {
        four_levels(level, mean, &target, &mut power, &mut sum, count);
        level += 4.0;
    }
}

#[inline(always)]
fn unsettled(target: &[f32; GROUP], sum: &[f32; GROUP]) -> bool {
    let mut open = 0u32;
    for i in 0..GROUP {
        open |= u32::from(target[i] > sum[i]);
    }
    open != 0
}

#[inline(always)]
fn four_levels(
    level: f32,
    mean: &[f32; GROUP],
    target: &[f32; GROUP],
    power: &mut [f32; GROUP],
    sum: &mut [f32; GROUP],
    count: &mut [f32; GROUP],
) {
    let inverse = [1.0, 2.0, 3.0, 4.0].map(|k| 1.0 / (level + k));
    for i in 0..GROUP {
        let (mut p, mut s, mut c) = (power[i], sum[i], count[i]);
        for k in inverse {
            p *= mean[i] * k;
            s += p;
            c += if target[i] > s { 1.0 } else { 0.0 };
        }
        (power[i], sum[i], count[i]) = (p, s, c);
    }
}

/// Where customers leave after a purchase, none is made after the one that ends it.
#[inline(always)]
pub fn until_dropout(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &State,
    scratch: &mut Scratch,
) {
    if !now.response.leaves_at_purchase {
        return;
    }
    let n = scratch.len();
    let (count, root) = (&mut scratch.count[..n], &mut scratch.inverse_root[..n]);
    let (hazard, leave, multiple) = (&people.hazard[..n], &luck.leave[..n], &state.multiple[..n]);
    for i in 0..n {
        count[i] = count[i].min(last_purchase(-ln(1.0 - leave[i]), hazard[i] * multiple[i]));
        root[i] = 1.0 / larger(count[i], 1.0).sqrt();
    }
}

/// Which purchase of the month uses up a clock, each taking `hazard` of it.
#[inline(always)]
pub fn last_purchase(clock: f32, hazard: f32) -> f32 {
    (clock / hazard.max(1e-9)).min(1e6).ceil()
}

/// Spend of n purchases: mean `n·μ`, Gamma distributed with shape `n·p` through the cube-root normal approximation
/// (Wilson & Hilferty 1931), whose mean is right to 1e-5 for p = 6.
#[inline(always)]
pub fn spend(now: &Circumstances, people: &People, luck: &Luck, scratch: &mut Scratch) {
    let n = scratch.len();
    let per_purchase = 1.0 / (9.0 * now.response.transaction_shape).sqrt();
    let (list, count, root) = (&mut scratch.list[..n], &scratch.count[..n], &scratch.inverse_root[..n]);
    let (basket, z) = (&people.basket[..n], &luck.transaction[..n]);
    for i in 0..n {
        let e = per_purchase * root[i];
        let root = larger(z[i].mul_add(e, e.mul_add(-e, 1.0)), 0.0);
        list[i] = count[i] * basket[i] * (root * root * root);
    }
}
