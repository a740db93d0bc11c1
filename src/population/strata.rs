//! Strata of customers by how often they buy: where those who buy often are more or less ready to leave, or leave at purchases, each stratum has a past of its own.

use crate::random::normal;

/// Strata of the purchase rate; each has equally many of today's customers.
pub const STRATA: usize = 16;
/// Natural logarithms between which β of a stratum stays: what the grids of θ hold.
pub(super) const LOG_BETA: [f64; 2] = [-3.912, 14.914];
/// The most that ln β rises with a standard deviation: beyond, the strata have nothing in common.
const STEEPEST: f64 = 8.0;

/// How the propensity to leave differs with the purchase rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strata {
    /// What ln β rises by with each standard deviation of the normal score of the rank by purchase rate.
    pub tilt: f64,
    /// Mean purchases a month in each stratum, where customers leave at purchases.
    pub purchases: Option<[f64; STRATA]>,
}

impl Strata {
    /// The stratum of a rank, 0..1.
    #[inline(always)]
    pub fn of_rank(rank: f32) -> usize {
        ((rank * STRATA as f32) as usize).min(STRATA - 1)
    }

    /// β of a stratum where that of the middle is `beta`.
    pub fn beta(&self, stratum: usize, beta: f64) -> f64 {
        if self.tilt == 0.0 {
            return beta;
        }
        let log = libm::log(beta) + self.tilt * score(stratum);
        libm::exp(log.clamp(LOG_BETA[0], LOG_BETA[1]))
    }

    /// How far ln β of the outermost strata is from that of the middle.
    pub fn reach(&self) -> f64 {
        self.tilt.abs() * score(STRATA - 1)
    }

    /// The same with a tilt that should bring about a rank correlation of `declared` between rate and staying, where the present one brings about
    /// `found`; the first guess for a spread of ln θ if there is no present one.
    pub fn towards(self, declared: f64, found: Option<f64>, spread: f64) -> Self {
        // of two normal variables whose ranks correlate by r, one is 2·sin(πr/6)/√(1 − …²) times as steep in the other
        let slope = |rank: f64| {
            let r = 2.0 * libm::sin(std::f64::consts::PI / 6.0 * rank.clamp(-0.99, 0.99));
            r / (1.0 - r * r).sqrt()
        };
        let tilt = match found {
            Some(found) if found * declared > 0.0 => self.tilt * slope(declared) / slope(found),
            _ => slope(declared) * spread,
        };
        Self { tilt: tilt.clamp(-STEEPEST, STEEPEST), ..self }
    }
}

/// The normal score of the middle of a stratum.
fn score(stratum: usize) -> f64 {
    normal::quantile((stratum as f64 + 0.5) / STRATA as f64)
}

/// Standard deviation of ln θ for small θ, which is that of the logarithm of a Gamma variate of shape `alpha`: the root of the trigamma function.
pub fn log_spread(alpha: f64) -> f64 {
    // by recurrence to where the asymptotic series holds
    let (mut sum, mut x) = (0.0, alpha);
    while x < 6.0 {
        sum += 1.0 / (x * x);
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    (sum + 1.0 / x + 0.5 * y + y / x * (1.0 / 6.0 - y * (1.0 / 30.0 - y / 42.0))).sqrt()
}

/// The rank correlation between the stratum and a variable, given the density of the variable in each, of sum 1.
pub fn rank_correlation(densities: &[Vec<f64>]) -> f64 {
    let each = 1.0 / densities.len() as f64;
    let points = densities.first().map_or(0, Vec::len);
    let mut below = 0.0;
    let ranks: Vec<f64> = (0..points)
        .map(|k| {
            let here = each * densities.iter().map(|density| density[k]).sum::<f64>();
            below += here;
            below - 0.5 * here
        })
        .collect();
    let mean = |density: &Vec<f64>| density.iter().zip(&ranks).map(|(d, rank)| d * rank).sum::<f64>();
    let products = densities
        .iter()
        .enumerate()
        .map(|(s, density)| ((s as f64 + 0.5) * each - 0.5) * (mean(density) - 0.5));
    12.0 * each * products.sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Trigamma at 1 is π²/6, at 0.5 π²/2.
    #[test]
    fn the_spread_is_the_root_of_the_trigamma_function() {
        let square = std::f64::consts::PI * std::f64::consts::PI;
        assert!((log_spread(1.0).powi(2) - square / 6.0).abs() < 1e-7);
        assert!((log_spread(0.5).powi(2) - square / 2.0).abs() < 1e-7);
    }

    /// Strata that follow each other without overlap are in the same order, alike ones in none.
    #[test]
    fn ranks_correlate_from_none_to_all() {
        let apart: Vec<Vec<f64>> =
            (0..4).map(|s| (0..4).map(|k| f64::from(u8::from(s == k))).collect()).collect();
        assert!((rank_correlation(&apart) - 0.9375).abs() < 1e-12);
        assert!(rank_correlation(&vec![vec![0.5, 0.5]; 4]).abs() < 1e-12);
    }
}
