//! Intervals: what the trials say about a mean or a probability.

use serde::Serialize;

use crate::units::Share;

/// 97.5 % quantile of the standard normal distribution.
pub const Z95: f64 = 1.959_963_984_540_054;
/// 95 % quantile of the standard normal distribution.
pub const Z90: f64 = 1.644_853_626_951_472_7;

/// An estimated probability.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Probability {
    /// Share of the trials.
    pub share: Share,
    /// Monte Carlo error of the share.
    pub mc_error: Share,
    /// Lower end of the 95 % interval (Wilson 1927).
    pub low: Share,
    /// Upper end of it.
    pub high: Share,
}

/// A probability estimated from `hits` of `trials`, with its Wilson interval (Wilson 1927): sound also for few
/// trials and for shares near 0 and 1, where the textbook interval shrinks to nothing.
pub fn probability(hits: u64, trials: u64) -> Probability {
    if trials == 0 {
        let (share, mc_error) = (Share::new(f64::NAN), Share::new(f64::NAN));
        return Probability { share, mc_error, low: Share::NONE, high: Share::WHOLE };
    }
    let n = trials as f64;
    let share = hits as f64 / n;
    let (low, high) = wilson(hits, trials, Z95);
    let [share, mc_error, low, high] = [share, (share * (1.0 - share) / n).sqrt(), low, high].map(Share::new);
    Probability { share, mc_error, low, high }
}

impl Probability {
    /// The same with one more independent error.
    pub(super) fn with_error(self, error: f64) -> Self {
        if error == 0.0 {
            return self;
        }
        let [share, low, high] = [self.share, self.low, self.high].map(Share::get);
        let widened = |end: f64| libm::hypot(end - share, Z95 * error);
        Self {
            share: self.share,
            mc_error: Share::new(libm::hypot(self.mc_error.get(), error)),
            low: Share::new((share - widened(low)).max(0.0)),
            high: Share::new((share + widened(high)).min(1.0)),
        }
    }
}

/// Wilson interval with normal quantile `z`; the whole of 0..1 without trials.
pub fn wilson(hits: u64, trials: u64, z: f64) -> (f64, f64) {
    if trials == 0 {
        return (0.0, 1.0);
    }
    let (n, share, z2) = (trials as f64, hits as f64 / trials as f64, z * z);
    let centre = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = z / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    ((centre - half).max(0.0), (centre + half).min(1.0))
}

/// `centre` less and plus `z` standard errors.
pub fn normal(centre: f64, standard_error: f64, z: f64) -> (f64, f64) {
    (centre - z * standard_error, centre + z * standard_error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::moments::Moments;
    use crate::summary::quantile;
    use rand::{Rng, RngExt, SeedableRng};

    /// A quarter of four: √(0.25 · 0.75 / 4). An error of 0.1 more adds in squares, to each end by 1.96 of it, and not beyond all or nothing.
    #[test]
    fn errors_of_a_chance_add_in_squares() {
        let close =
            |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
        let chance = probability(1, 4);
        close(chance.share.get(), 0.25);
        close(chance.mc_error.get(), 0.046_875f64.sqrt());
        let more = chance.with_error(0.1);
        close(more.mc_error.get(), (0.046_875f64 + 0.01).sqrt());
        let [low, high] = [chance.low.get(), chance.high.get()].map(|end| libm::hypot(end - 0.25, 0.1 * Z95));
        close(more.low.get(), (0.25 - low).max(0.0));
        close(more.high.get(), 0.25 + high);
        assert_eq!(chance.with_error(0.0), chance);
        let wide = chance.with_error(1.0);
        assert_eq!((wide.low.get(), wide.high.get()), (0.0, 1.0));
        assert_eq!(normal(10.0, 0.5, 2.0), (9.0, 11.0));
    }

    #[test]
    fn of_no_trials_anything_may_be() {
        let Probability { share, mc_error, low, high } = probability(0, 0);
        assert!(share.get().is_nan() && mc_error.get().is_nan());
        assert_eq!((low.get(), high.get(), wilson(0, 0, Z95)), (0.0, 1.0, (0.0, 1.0)));
        let (low, high) = wilson(20, 20, Z95);
        assert!((low - 0.838_9).abs() < 5e-5 && high == 1.0, "{low} {high}");
    }

    /// Published examples of the score interval without continuity correction (Newcombe 1998, table I).
    #[test]
    fn wilson_meets_published_examples() {
        for (hits, trials, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let (l, h) = wilson(hits, trials, Z95);
            assert!((l - low).abs() < 5e-5 && (h - high).abs() < 5e-5, "{hits} of {trials}: {l} to {h}");
        }
    }

    fn rng() -> impl Rng {
        rand::rngs::ChaCha8Rng::seed_from_u64(20_110_301)
    }

    /// How often `covers` is true in 4,000 synthetic runs. With true coverage 0.90 the share lies outside 0.88..0.92
    /// once in 40,000 seeds (4.2 standard errors); an interval that covers 0.86 passes once in 8,000.
    fn assert_nominal(mut covers: impl FnMut() -> bool) {
        let share = (0..4000).filter(|_| covers()).count() as f64 / 4000.0;
        assert!((share - 0.90).abs() < 0.02, "covers {share}");
    }

    #[test]
    fn nominal_90_percent_intervals_of_a_probability_cover() {
        let mut rng = rng();
        for p in [0.1, 0.5, 0.8] {
            assert_nominal(|| {
                let hits = (0..400).filter(|_| rng.random::<f64>() < p).count() as u64;
                let (low, high) = wilson(hits, 400, Z90);
                (low..=high).contains(&p)
            });
        }
    }

    /// Exponential values (mean 1, median ln 2, 5 % quantile −ln 0.95): skewed, as money is.
    fn exponential(rng: &mut impl Rng) -> Vec<f64> {
        let mut sample: Vec<f64> = (0..400).map(|_| -libm::log(1.0 - rng.random::<f64>())).collect();
        sample.sort_unstable_by(f64::total_cmp);
        sample
    }

    #[test]
    fn nominal_90_percent_intervals_of_a_mean_cover() {
        let mut rng = rng();
        assert_nominal(|| {
            let moments: Moments = exponential(&mut rng).into_iter().collect();
            let (low, high) = normal(moments.mean(), moments.standard_error(), Z90);
            (low..=high).contains(&1.0)
        });
    }

    #[test]
    fn nominal_90_percent_intervals_of_quantiles_cover() {
        let mut rng = rng();
        for (level, truth) in [(0.5, libm::log(2.0)), (0.95, -libm::log(0.05))] {
            assert_nominal(|| {
                let sample = exponential(&mut rng);
                let (low, high) = quantile::interval(&sample, level, Z90);
                (low..=high).contains(&truth)
            });
        }
    }
}
