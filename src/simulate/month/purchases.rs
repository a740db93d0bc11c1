//! Purchases: how many, and for how much.

use super::hazard::Reasons;
use crate::plan::OfCauses;
use crate::population::People;
use crate::random::math::{exp, larger, ln, normal_quantile, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// The largest mean number of purchases in a month: more than the heaviest buyer of any segment that a design can declare.
const MOST: f32 = 1e5;
/// Means above this have their counts by an expansion, others by adding up probabilities.
const LARGE: f32 = 12.0;
/// Counts that are looked through: as many as a mean of [`LARGE`] brings but once in 10⁹.
const LEVELS: f32 = 44.0;
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
    let (lifted, messaged, others) = (levers.membership_lift, levers.message_lift, levers.messages_to_others);
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
            let reached = others.mul_add(1.0 - member[i], member[i]);
            let told = (messaged * seeker[i]).mul_add(reached, 1.0);
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
    let (of_two, of_three) = (1.0 / 2.0f32.sqrt(), 1.0 / 3.0f32.sqrt());
    for i in 0..n {
        let target = u[i] * exp(mean[i]);
        let second = 1.0 + mean[i];
        let third = (mean[i] * 0.5).mul_add(mean[i], second);
        let (any, two, three) = (target > 1.0, target > second, target > third);
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

/// Counts of those who may make more than three purchases. Neighbours buy alike, so that few groups have any.
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
    let mut large = 0u32;
    for i in 0..GROUP {
        large |= u32::from(mean[i] > LARGE);
        target[i] = if mean[i] > LARGE { 0.0 } else { u[i] * exp(mean[i]) };
        count[i] = if target[i] > 1.0 { 1.0 } else { 0.0 };
    }
    let mut level = 0.0;
    while level < LEVELS && unsettled(&target, &sum) {
        four_levels(level, mean, &target, &mut power, &mut sum, count);
        level += 4.0;
    }
    if large != 0 {
        for i in 0..GROUP {
            let expanded = quantile_of_large(larger(mean[i], LARGE), u[i]);
            count[i] = if mean[i] > LARGE { expanded } else { count[i] };
        }
    }
}

/// Quantile of the Poisson distribution by its expansion about the normal one (Giles 2016): the mean is right to 1e-4 of a purchase.
#[inline(always)]
fn quantile_of_large(mean: f32, u: f32) -> f32 {
    let z = normal_quantile(u);
    let (root, square) = (mean.sqrt(), z * z);
    let first = square.mul_add(1.0 / 6.0, 1.0 / 3.0);
    let second = z * square.mul_add(-1.0 / 72.0, -1.0 / 36.0);
    let third = square.mul_add(square.mul_add(1.0 / 270.0, 7.0 / 810.0), -8.0 / 405.0);
    let correction = first + (second + third / root) / root;
    larger(mean + root.mul_add(z, correction), 0.0).floor()
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
    let inverse = [1.0 / (level + 1.0), 1.0 / (level + 2.0), 1.0 / (level + 3.0), 1.0 / (level + 4.0)];
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
    share: &OfCauses<f32>,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
) {
    if !now.response.leaves_at_purchase {
        return;
    }
    let n = scratch.len();
    begin(now, share, people, state, scratch);
    scratch.past_treatment[..n].copy_from_slice(&state.treatment[..n]);
    scratch.past_fault[..n].copy_from_slice(&state.fault[..n]);
    let (count, root) = (&mut scratch.count[..n], &mut scratch.inverse_root[..n]);
    let (hazard, leave, multiple) = (&people.hazard[..n], &luck.leave[..n], &state.multiple[..n]);
    for i in 0..n {
        count[i] = count[i].min(last_purchase(-ln(1.0 - leave[i]), hazard[i] * multiple[i]));
        root[i] = 1.0 / larger(count[i], 1.0).sqrt();
    }
}

/// What multiplies the propensity of those who have no month behind them: today's base at the start, and newcomers.
#[inline(always)]
fn begin(
    now: &Circumstances,
    share: &OfCauses<f32>,
    people: &People,
    state: &mut State,
    scratch: &mut Scratch,
) {
    let n = scratch.len();
    let (multiple, nothing) = (&mut scratch.next_multiple[..n], &mut scratch.work[0]);
    nothing.fill(0.0);
    let reasons = Reasons::of(now, share, state, nothing, n);
    for i in 0..n {
        multiple[i] = reasons.multiple::<true>(i, exp);
    }
    let (joined, month) = (&people.joined[..n], now.month as f32);
    let state = &mut state.multiple[..n];
    for i in 0..n {
        state[i] = if (month == 0.0) | (joined[i] == month) { multiple[i] } else { state[i] };
    }
}

/// Which purchase of the month uses up a clock, each taking `hazard` of it.
#[inline(always)]
pub fn last_purchase(clock: f32, hazard: f32) -> f32 {
    (clock / hazard.max(1e-9)).min(1e6).ceil()
}

/// Spend of n purchases: mean `n·μ` and standard deviation `√n·μ·noise`, whatever their number and noise, as a lognormal number with
/// both (Fenton 1960).
#[inline(always)]
pub fn spend(now: &Circumstances, people: &People, luck: &Luck, scratch: &mut Scratch) {
    let variance = now.response.transaction_noise * now.response.transaction_noise;
    let few = [1.0, 2.0, 3.0].map(|count| spread(variance, count));
    let n = scratch.len();
    let (list, count) = (&mut scratch.list[..n], &scratch.count[..n]);
    let (basket, z) = (&people.basket[..n], &luck.transaction[..n]);
    let groups = count.as_chunks::<GROUP>().0.iter().zip(z.as_chunks().0).zip(basket.as_chunks().0);
    for (list, ((count, z), basket)) in list.as_chunks_mut().0.iter_mut().zip(groups) {
        let (list, z, basket): (&mut [f32; GROUP], &[f32; GROUP], &[f32; GROUP]) = (list, z, basket);
        let many = many(count);
        for i in 0..GROUP {
            let [one, two, three] = few;
            let usual = if count[i] > 2.0 {
                three
            } else if count[i] > 1.0 {
                two
            } else {
                one
            };
            list[i] = usual;
        }
        if many {
            for i in 0..GROUP {
                list[i] = spread(variance, larger(count[i], 1.0));
            }
        }
        for i in 0..GROUP {
            let s = list[i];
            list[i] = count[i] * basket[i] * exp(s * z[i] - 0.5 * s * s);
        }
    }
}

/// Standard deviation of the logarithm of the spend of `count` purchases, each with this relative variance.
#[inline(always)]
fn spread(variance: f32, count: f32) -> f32 {
    ln(1.0 + variance / count).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{DiscreteCDF, Poisson};

    /// Law: the sum of receipts has the declared mean and variance for any number of them and any noise. Even quantiles of z up to ±5.8: the
    /// tails beyond hold less than 1e-4 of the mean.
    #[test]
    fn sums_of_receipts_have_their_mean_and_variance() {
        for noise in [0.0, 0.4, 1.0, 5.0f32] {
            for count in [1.0, 2.0, 3.0, 40.0] {
                let s = f64::from(spread(noise * noise, count));
                let (mut mean, mut square) = (0.0, 0.0);
                for step in -5_800..=5_800 {
                    let z = f64::from(step) / 1_000.0;
                    let weight = crate::random::normal::density(z) / 1_000.0;
                    let receipt = libm::exp(s * z - 0.5 * s * s);
                    mean += weight * receipt;
                    square += weight * receipt * receipt;
                }
                let variance = f64::from(noise * noise / count);
                assert!((mean - 1.0).abs() < 1e-4, "noise {noise}, {count}: mean {mean}");
                assert!(
                    (square - mean * mean - variance).abs() < 1e-4 + 0.02 * variance,
                    "noise {noise}, {count}"
                );
            }
        }
    }

    /// The count of each of `draws` even uniforms at one mean.
    fn counts(mean: f32, draws: usize) -> Vec<f32> {
        let mut all = Vec::with_capacity(draws);
        let uniforms: Vec<f32> = (0..draws).map(|i| (i as f32 + 0.5) / draws as f32).collect();
        for u in uniforms.as_chunks::<GROUP>().0 {
            let mut count = [3.0; GROUP];
            count_group(&[mean; GROUP], u, &mut count);
            all.extend(count);
        }
        all
    }

    /// Law: counts have the declared mean and variance for every mean. Even uniforms of 2¹⁸ parts lose up to 1e-4 of the mean in the tail.
    #[test]
    fn counts_have_their_mean_and_variance() {
        for mean in [0.5f32, 3.0, 11.9, 12.1, 20.0, 59.0, 61.0, 200.0, 2_500.0, 80_000.0] {
            let (found, draws, expected) = (counts(mean, 1 << 18), f64::from(1 << 18), f64::from(mean));
            let average = found.iter().map(|n| f64::from(*n)).sum::<f64>() / draws;
            let variance = found.iter().map(|n| (f64::from(*n) - average).powi(2)).sum::<f64>() / draws;
            assert!((average / expected - 1.0).abs() < 2e-4, "mean {mean}: {average}");
            assert!((variance / expected - 1.0).abs() < 2e-3, "mean {mean}: {variance}");
        }
    }

    /// Law: the count is that of the distribution's own inverse but where the uniform lies within 2e-4 of a step: once in a thousand.
    #[test]
    fn counts_are_those_of_the_reference() {
        for mean in [5.0f32, 12.5, 30.0, 100.0, 1_000.0] {
            let reference = Poisson::new(f64::from(mean)).unwrap();
            let draws = 1 << 14;
            let mut other = 0;
            for (i, found) in counts(mean, draws).into_iter().enumerate() {
                let exact = reference.inverse_cdf((i as f64 + 0.5) / draws as f64) as f64;
                assert!((exact - f64::from(found)).abs() <= 1.0, "mean {mean}, {i}: {found} for {exact}");
                other += usize::from(exact != f64::from(found));
            }
            let share = other as f64 / draws as f64;
            assert!(share < 1e-3, "mean {mean}: {share} differ");
        }
    }

    /// Law: whoever would buy more does not buy less. Exact.
    #[test]
    fn counts_rise_with_the_mean() {
        for u in counts(1.0, 64).iter().enumerate().map(|(i, _)| (i as f32 + 0.5) / 64.0) {
            let mut before = 0.0;
            for step in 0..800 {
                let mean = 3.0 * (1.01f32).powi(step);
                let mut count = [3.0; GROUP];
                count_group(&[mean; GROUP], &[u; GROUP], &mut count);
                assert!(count[0] >= before, "u {u}, mean {mean}: {} after {before}", count[0]);
                before = count[0];
            }
        }
    }
}
