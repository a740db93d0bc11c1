//! What a distribution says: its quantiles, its central value, and how to put it in words.

use super::numbers::Distribution;
use crate::random::beta::Beta;
use crate::random::normal;
use crate::units::{Range, format};

/// Normal score of the 90 % quantile.
const Z90: f64 = 1.281_551_565_544_600_4;

impl Distribution {
    /// Whether the value is certain.
    pub fn is_certain(&self) -> bool {
        match *self {
            Distribution::Fixed(_) => true,
            Distribution::Pert { low, high, .. } => high <= low,
            Distribution::Normal { sd, .. } => sd <= 0.0,
            Distribution::Quantiles { p10, p90, .. } => p90 <= p10,
        }
    }

    /// The value that a reader would call the value: the mode of a PERT, the mean of a normal before it is cut, the
    /// median of quantiles.
    pub fn central(&self) -> f64 {
        match *self {
            Distribution::Fixed(value) => value,
            Distribution::Pert { mode, .. } => mode,
            Distribution::Normal { mean, .. } => mean,
            Distribution::Quantiles { p50, .. } => p50,
        }
    }

    /// The value below which lies probability `p` (0..1), within the allowed range.
    pub fn quantile(&self, p: f64, range: Range) -> f64 {
        self.at_score(normal::quantile(p.clamp(1e-17, 1.0 - 1e-16)), range)
    }

    /// The value whose rank among all draws is that of `z` among standard normal draws.
    pub fn at_score(&self, z: f64, range: Range) -> f64 {
        let value = match *self {
            _ if self.is_certain() => self.central(),
            Distribution::Fixed(value) => value,
            Distribution::Pert { low, mode, high } => {
                low + (high - low) * pert(low, mode, high).quantile(normal::cdf(z), normal::cdf(-z))
            }
            Distribution::Normal { mean, sd } => {
                mean + sd * cut_score(z, (range.min - mean) / sd, (range.max - mean) / sd)
            }
            Distribution::Quantiles { p10, p50, p90 } => {
                p50 + z / Z90 * if z < 0.0 { p50 - p10 } else { p90 - p50 }
            }
        };
        range.clamp(value)
    }

    /// The distribution in words, for instance `0.72 to 0.84, most likely 0.78`.
    pub fn describe(&self) -> String {
        match *self {
            Distribution::Fixed(value) => number(value),
            Distribution::Pert { low, mode, high } => {
                format!("{} to {}, most likely {}", number(low), number(high), number(mode))
            }
            Distribution::Normal { mean, sd } => {
                format!("normal around {} with standard deviation {}", number(mean), number(sd))
            }
            Distribution::Quantiles { p10, p50, p90 } => {
                format!(
                    "median {}, one in ten below {}, one in ten above {}",
                    number(p50),
                    number(p10),
                    number(p90)
                )
            }
        }
    }
}

/// The Beta distribution behind a PERT on 0..1: shapes 1 + 4·(mode − low)/(high − low) and 6 minus that
/// (Malcolm et al. 1959).
pub(super) fn pert(low: f64, mode: f64, high: f64) -> Beta {
    let a = 1.0 + 4.0 * (mode - low) / (high - low);
    Beta::new(a, 6.0 - a)
}

/// The score of a standard normal variable cut to `from..until` that has the rank of `z` in the uncut one.
fn cut_score(z: f64, from: f64, until: f64) -> f64 {
    // probabilities are precise in the lower tail only, so an upper part is mirrored
    if from > 0.0 {
        return -cut_score(-z, -until, -from);
    }
    let below = normal::cdf(from);
    let kept = normal::cdf(until) - below;
    normal::quantile(below + normal::cdf(z) * kept).clamp(from, until)
}

/// Small numbers as they are, large ones grouped by thousands.
fn number(value: f64) -> String {
    if value.abs() >= 10_000.0 && value.fract() == 0.0 { format::fixed(value, 0) } else { format!("{value}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANY: Range = Range { min: f64::NEG_INFINITY, max: f64::INFINITY };
    const SHARE: Range = Range { min: 0.0, max: 1.0 };

    #[test]
    fn quantiles_meet_the_three_given() {
        let distribution = Distribution::Quantiles { p10: 1.0, p50: 2.0, p90: 7.0 };
        for (p, value) in [(0.1, 1.0), (0.5, 2.0), (0.9, 7.0)] {
            assert!((distribution.quantile(p, ANY) - value).abs() < 1e-12, "{p}");
        }
        assert_eq!(distribution.quantile(1e-9, Range { min: 0.5, max: 10.0 }), 0.5);
    }

    #[test]
    fn pert_stays_within_its_ends_and_knows_its_median() {
        let distribution = Distribution::Pert { low: 2.0, mode: 3.0, high: 4.0 };
        assert!((distribution.quantile(0.5, ANY) - 3.0).abs() < 1e-12);
        assert!(distribution.quantile(0.0, ANY) >= 2.0 && distribution.quantile(1.0, ANY) <= 4.0);
        // Beta(1, 5) has the closed quantile 1 − (1 − p)^(1/5)
        let corner = Distribution::Pert { low: 0.0, mode: 0.0, high: 1.0 };
        assert!((corner.quantile(0.3, SHARE) - (1.0 - 0.7f64.powf(0.2))).abs() < 1e-12);
    }

    #[test]
    fn a_cut_normal_is_spread_over_what_is_left() {
        let distribution = Distribution::Normal { mean: 0.0, sd: 1.0 };
        let half = Range { min: 0.0, max: f64::INFINITY };
        // the median of a half-normal is the upper quartile of the whole
        assert!((distribution.quantile(0.5, half) - 0.674_489_750_196_081_7).abs() < 1e-12);
        let far = Range { min: 20.0, max: 21.0 };
        let median = distribution.quantile(0.5, far);
        // beyond 20 the tail falls like exp(−20·x): half of it is gone after ln 2 / 20
        assert!((median - 20.0 - 2f64.ln() / 20.0).abs() < 2e-4, "{median}");
    }

    #[test]
    fn certain_laws_have_one_value() {
        for distribution in [
            Distribution::Fixed(3.0),
            Distribution::Pert { low: 3.0, mode: 3.0, high: 3.0 },
            Distribution::Normal { mean: 3.0, sd: 0.0 },
            Distribution::Quantiles { p10: 3.0, p50: 3.0, p90: 3.0 },
        ] {
            assert!(distribution.is_certain());
            assert_eq!(
                [distribution.central(), distribution.quantile(0.01, ANY), distribution.quantile(0.99, ANY)],
                [3.0; 3]
            );
        }
    }

    #[test]
    fn laws_read_as_sentences() {
        let distribution = Distribution::Pert { low: 0.72, mode: 0.78, high: 0.84 };
        assert_eq!(distribution.describe(), "0.72 to 0.84, most likely 0.78");
        assert_eq!(Distribution::Fixed(4e6).describe(), "4,000,000");
    }
}
