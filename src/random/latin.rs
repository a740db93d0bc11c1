//! Latin hypercubes (McKay, Beckman & Conover 1979): one draw in each of equally likely strata, of trials in blocks or of so many points.

use super::{Purpose, StreamKey};
use rand::{Rng, RngExt};

/// Trials in a block, and strata in it. Blocks are independent of each other, so their means tell the Monte Carlo error; within a
/// block all but 1/400 of what a number does to a result by itself, in a straight line, averages out.
pub const BLOCK: u64 = 20;

/// The draw of a trial from the stream `a` of `seed`, strictly between 0 and 1: a pure function of its arguments, so that trials can be
/// played in any order and number.
pub fn draw(seed: u64, trial: u64, a: u64) -> f64 {
    of_stream(StreamKey { seed, trial, a, b: 1, purpose: Purpose::Truth })
}

/// The draw of a trial from the stream that bears the name of its block in the trial's place.
pub fn of_stream(key: StreamKey) -> f64 {
    let (block, place) = (key.trial / BLOCK, key.trial % BLOCK);
    let mut rng = StreamKey { trial: block, ..key }.rng();
    let mut strata: [u8; BLOCK as usize] = std::array::from_fn(|i| i as u8);
    shuffle(&mut strata, &mut rng);
    let within = (0..=place).fold(0, |_, _| rng.next_u64()) >> 12;
    let within = (within as f64 + 0.5) / (1_u64 << 52) as f64;
    (f64::from(strata[place as usize]) + within) / BLOCK as f64
}

/// `count` points of the unit cube: one in each of `count` slices of every axis, in a random order.
pub fn points(count: usize, dimensions: usize, rng: &mut impl Rng) -> Vec<Vec<f64>> {
    let mut points = vec![vec![0.0; dimensions]; count];
    for axis in 0..dimensions {
        let mut slices: Vec<usize> = (0..count).collect();
        shuffle(&mut slices, rng);
        for (point, slice) in points.iter_mut().zip(slices) {
            point[axis] = (slice as f64 + rng.random::<f64>()) / count as f64;
        }
    }
    points
}

/// Puts strata into a random order (Fisher & Yates).
fn shuffle<T>(strata: &mut [T], rng: &mut impl Rng) {
    for last in (1..strata.len()).rev() {
        // the upper half of the product: an index up to `last`
        let other = (u128::from(rng.next_u64()) * (last as u128 + 1)) >> 64;
        strata.swap(last, other as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slice_of_every_axis_has_one_point() {
        let mut rng = StreamKey { seed: 3, trial: 0, a: 0, b: 0, purpose: Purpose::Search }.rng();
        let points = points(30, 4, &mut rng);
        for axis in 0..4 {
            let order: Vec<usize> = points.iter().map(|point| (point[axis] * 30.0) as usize).collect();
            let mut slices = order.clone();
            slices.sort_unstable();
            assert!(slices.iter().copied().eq(0..30) && slices != order);
        }
    }

    #[test]
    fn a_block_has_one_draw_in_each_stratum() {
        for block in [0, 1, 999] {
            let stratum = |trial| (draw(3, trial, 8) * BLOCK as f64) as u64;
            let mut strata: Vec<u64> = (block * BLOCK..(block + 1) * BLOCK).map(stratum).collect();
            let order = strata.clone();
            strata.sort_unstable();
            assert!(strata.iter().copied().eq(0..BLOCK));
            assert!(strata != order, "the strata come in a random order");
        }
    }

    /// The first trial of 20,000 blocks is uniform: fails correct code once in a million seeds.
    #[test]
    fn each_draw_alone_is_uniform() {
        let mut draws: Vec<f64> = (0..20_000).map(|block| draw(11, block * BLOCK, 8)).collect();
        draws.sort_by(f64::total_cmp);
        let gap = |(i, x): (usize, &f64)| (x - (i as f64 + 0.5) / 20_000.0).abs();
        let distance = draws.iter().enumerate().map(gap).fold(0.0, f64::max);
        assert!(distance * 20_000_f64.sqrt() < 2.69, "{distance}");
    }

    /// Two streams are paired at random: the mean product of 2,000 blocks has a standard error of 1/12/√40,000 at most; the bound is
    /// five of them.
    #[test]
    fn streams_are_independent_of_each_other() {
        let n = 2_000 * BLOCK;
        let products = (0..n).map(|t| (draw(1, t, 5) - 0.5) * (draw(1, t, 6) - 0.5)).sum::<f64>() / n as f64;
        assert!(products.abs() < 5.0 / 12.0 / (n as f64).sqrt(), "{products}");
    }
}
