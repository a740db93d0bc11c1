//! The scale of the NPS answer: an ordered probit that gives the declared score.

use super::totals::exact_total;
use crate::random::{double, math, widest};

/// Least latent answer of a promoter: 35 % promoters in an ordered probit with 15 % detractors.
pub const PROMOTER: f32 = 0.385;
/// Highest latent answer of a detractor.
pub const DETRACTOR: f32 = -1.036;

/// The least noise an answer has, as a standard deviation.
const LEAST_NOISE: f64 = 0.4;
/// How exactly the declared score is met, as a share of customers.
const EXACT: f64 = 1e-8;
/// Bins of latent satisfaction.
const BINS: usize = 48;
/// Lanes in which sums are taken.
const LANES: usize = 8;

/// Level and noise of the answer, with the shares that follow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Added to latent satisfaction.
    pub level: f32,
    /// Standard deviation of the noise.
    pub noise: f32,
    /// Promoters.
    pub promoters: f32,
    /// Detractors.
    pub detractors: f32,
}

impl Scale {
    /// The scale on which a population with the latent satisfaction of `bins` has the score `nps` (−1..1). The noise fills the variance
    /// up to 1, so that the cuts are those of a standard ordered probit.
    pub fn solve(bins: &Bins, nps: f64) -> Self {
        let noise = libm::sqrt((1.0 - bins.variance).max(LEAST_NOISE * LEAST_NOISE));
        // the score rises with the level: Newton's steps, halved intervals where they lead astray
        let (mut low, mut high, mut level) = (-8.0, 8.0, 0.0);
        let (mut promoters, mut detractors, mut slope) = bins.shares(level, noise);
        while high - low > EXACT && (promoters - detractors - nps).abs() > EXACT {
            let off = promoters - detractors - nps;
            if off < 0.0 {
                low = level;
            } else {
                high = level;
            }
            let next = level - off / slope;
            level = if next > low && next < high { next } else { 0.5 * (low + high) };
            (promoters, detractors, slope) = bins.shares(level, noise);
        }
        Self {
            level: level as f32,
            noise: noise as f32,
            promoters: promoters as f32,
            detractors: detractors as f32,
        }
    }
}

/// Latent satisfaction as a histogram.
pub struct Bins {
    centres: [f64; BINS],
    weights: [f64; BINS],
    variance: f64,
}

impl Bins {
    /// The histogram of these values.
    pub fn new(latent: &[f32]) -> Self {
        let mut spread = Spread::default();
        spread_of(latent, &mut spread);
        let Spread { low, high, variance } = spread;
        let width = ((high - low) / BINS as f32).max(1e-6);
        let mut bins = vec![0; latent.len()];
        place(latent, (low, width), &mut bins);
        // two histograms by turns: neighbours often share a bin, and one addition would wait for the other
        let (mut counts, mut sums) = ([[0u32; BINS]; 2], [[0.0; BINS]; 2]);
        for (i, (x, bin)) in latent.iter().zip(bins).enumerate() {
            let bin = usize::from(bin).min(BINS - 1);
            counts[i % 2][bin] += 1;
            sums[i % 2][bin] += f64::from(*x);
        }
        let count = |bin: usize| f64::from(counts[0][bin] + counts[1][bin]);
        let sum = |bin: usize| sums[0][bin] + sums[1][bin];
        let n = latent.len().max(1) as f64;
        Self {
            centres: std::array::from_fn(|bin| if count(bin) > 0.0 { sum(bin) / count(bin) } else { 0.0 }),
            weights: std::array::from_fn(|bin| count(bin) / n),
            variance,
        }
    }

    /// Promoters and detractors at this level and noise, and how fast their difference grows with the level.
    fn shares(&self, level: f64, noise: f64) -> (f64, f64, f64) {
        let mut shares = [[0.0; LANES]; 3];
        add_shares(self, level, noise, &mut shares);
        let [promoters, detractors, slope] = shares.map(|lanes| lanes.iter().sum());
        (promoters, detractors, slope)
    }
}

/// How far values lie apart.
#[derive(Default)]
struct Spread {
    low: f32,
    high: f32,
    variance: f64,
}

widest! {
    fn spread_of(x: &[f32], out: &mut Spread) {
        let (groups, rest) = x.as_chunks::<LANES>();
        let (mut low, mut high) = ([f32::INFINITY; LANES], [f32::NEG_INFINITY; LANES]);
        let mean = exact_total(x) / x.len().max(1) as f64;
        let mut squares = [0.0; LANES];
        for group in groups {
            for lane in 0..LANES {
                let (x, off) = (group[lane], f64::from(group[lane]) - mean);
                low[lane] = math::smaller(x, low[lane]);
                high[lane] = math::larger(x, high[lane]);
                squares[lane] += off * off;
            }
        }
        for x in rest {
            low[0] = math::smaller(*x, low[0]);
            high[0] = math::larger(*x, high[0]);
            squares[0] += (f64::from(*x) - mean) * (f64::from(*x) - mean);
        }
        out.low = low.into_iter().fold(f32::INFINITY, f32::min);
        out.high = high.into_iter().fold(f32::NEG_INFINITY, f32::max);
        out.variance = squares.iter().sum::<f64>() / x.len().max(1) as f64;
    }
}

widest! {
    /// The bin of each value.
    fn place(x: &[f32], from: (f32, f32), bins: &mut [u8]) {
        let (low, width) = from;
        for (x, bin) in x.iter().zip(bins) {
            *bin = math::whole((x - low) / width, (BINS - 1) as f32) as u8;
        }
    }
}

widest! {
    fn add_shares(bins: &Bins, level: f64, noise: f64, out: &mut [[f64; LANES]; 3]) {
        let [promoters, detractors, slope] = out;
        let groups = bins.centres.as_chunks::<LANES>().0.iter().zip(bins.weights.as_chunks::<LANES>().0);
        for (centres, weights) in groups {
            for lane in 0..LANES {
                let (above, rises) = double::normal((level + centres[lane] - f64::from(PROMOTER)) / noise);
                let (below, falls) = double::normal((f64::from(DETRACTOR) - level - centres[lane]) / noise);
                promoters[lane] += weights[lane] * above;
                detractors[lane] += weights[lane] * below;
                slope[lane] += weights[lane] * (rises + falls) / noise;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A standard ordered probit with these cuts has 35 % promoters and 15 % detractors, and +0.344 gives a score of 40.
    #[test]
    fn the_cuts_are_the_published_ones() {
        let flat = Bins::new(&[0.0; 100]);
        let twenty = Scale::solve(&flat, 0.20);
        assert!(twenty.level.abs() < 1e-3 && (twenty.promoters - 0.35).abs() < 1e-3, "{twenty:?}");
        assert!((twenty.detractors - 0.15).abs() < 1e-3);
        let forty = Scale::solve(&flat, 0.40);
        assert!((forty.level - 0.344).abs() < 1e-3, "{forty:?}");
        assert!((forty.promoters - 0.484).abs() < 1e-3 && (forty.detractors - 0.084).abs() < 1e-3);
    }
}
