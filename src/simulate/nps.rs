//! The scale of the NPS answer: an ordered probit that gives the declared score.

use super::month::{DETRACTOR, PROMOTER};
use crate::random::normal;

/// The least noise an answer has, as a standard deviation.
const LEAST_NOISE: f64 = 0.4;
/// How exactly the declared score is met, as a share of customers.
const EXACT: f64 = 1e-8;
/// Bins of latent satisfaction.
const BINS: usize = 48;

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
    centres: Vec<f64>,
    weights: Vec<f64>,
    variance: f64,
}

impl Bins {
    /// The histogram of these values.
    pub fn new(latent: &[f32]) -> Self {
        let n = latent.len().max(1) as f64;
        let mean = latent.iter().map(|x| f64::from(*x)).sum::<f64>() / n;
        let variance = latent.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / n;
        let low = latent.iter().copied().fold(f32::INFINITY, f32::min);
        let high = latent.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let width = ((high - low) / BINS as f32).max(1e-6);
        let (mut counts, mut sums) = (vec![0.0; BINS], vec![0.0; BINS]);
        for x in latent {
            let bin = (((x - low) / width) as usize).min(BINS - 1);
            counts[bin] += 1.0 / n;
            sums[bin] += f64::from(*x) / n;
        }
        let centres = counts.iter().zip(&sums).map(|(c, s)| if *c > 0.0 { s / c } else { 0.0 }).collect();
        Self { centres, weights: counts, variance }
    }

    /// Promoters and detractors at this level and noise, and how fast their difference grows with the level.
    fn shares(&self, level: f64, noise: f64) -> (f64, f64, f64) {
        let (mut promoters, mut detractors, mut slope) = (0.0, 0.0, 0.0);
        for (centre, weight) in self.centres.iter().zip(&self.weights).filter(|(_, w)| **w > 0.0) {
            let above = (level + centre - f64::from(PROMOTER)) / noise;
            let below = (f64::from(DETRACTOR) - level - centre) / noise;
            promoters += weight * normal::cdf(above);
            detractors += weight * normal::cdf(below);
            slope += weight * (normal::density(above) + normal::density(below)) / noise;
        }
        (promoters, detractors, slope)
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
