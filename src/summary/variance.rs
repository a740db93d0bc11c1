//! Luck and not knowing the numbers: which part of the variance more customers or better knowledge would remove.

use super::VarianceSplit;
use super::moments::Moments;
use crate::units::Share;

/// Every so many trials one is played again under the same truth with another luck, to separate luck from not knowing.
pub const TWIN_EVERY: u64 = 10;

/// Splits the variance from pairs of trials that share the truth but not the customers' luck (one-way random effects
/// with two replicates; Searle, Casella & McCulloch 1992). `None` with fewer than two pairs or without variance.
pub fn variance_split(pairs: &[(f64, f64)]) -> Option<VarianceSplit> {
    let halves: Moments = pairs.iter().map(|(a, b)| (a - b) * (a - b) / 2.0).collect();
    let means: Moments = pairs.iter().map(|(a, b)| (a + b) / 2.0).collect();
    let within = halves.mean();
    let between = (means.sd() * means.sd() - within / 2.0).max(0.0);
    let all = within + between;
    (all > 0.0).then(|| VarianceSplit {
        luck: Share::new(within / all),
        ignorance: Share::new(between / all),
        error: Share::new(halves.standard_error() / all),
        pairs: pairs.len() as u64,
    })
}

/// The same where many more trials than those of the pairs tell the variance in total, as their standard deviation `sd`. Luck is what two
/// trials of one truth differ by; its share has the Monte Carlo error of the pairs.
pub(super) fn split_of(pairs: &[(f64, f64)], sd: f64) -> Option<VarianceSplit> {
    let halves: Moments = pairs.iter().map(|(a, b)| (a - b) * (a - b) / 2.0).collect();
    let luck = (halves.mean() / (sd * sd)).min(1.0);
    let error = halves.standard_error() / (sd * sd);
    (luck.is_finite() && error.is_finite()).then(|| VarianceSplit {
        luck: Share::new(luck),
        ignorance: Share::new(luck).complement(),
        error: Share::new(error),
        pairs: halves.count(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{RngExt, SeedableRng};

    #[test]
    fn extremes_are_recognised() {
        let ignorance = variance_split(&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]).unwrap();
        assert_eq!((ignorance.luck, ignorance.ignorance), (Share::NONE, Share::WHOLE));
        let luck = variance_split(&[(1.0, -1.0), (-1.0, 1.0), (2.0, -2.0)]).unwrap();
        assert_eq!((luck.luck, luck.ignorance), (Share::WHOLE, Share::NONE));
        assert_eq!(variance_split(&[(1.0, 1.0)]), None);
        assert_eq!(variance_split(&[(1.0, 1.0), (1.0, 1.0)]), None);
    }

    /// As above, from 4,000 trials of which every tenth has a twin: the error of the luck's share of 0.2 is √(2·1.2/400)·0.2 = 0.015 at
    /// most, which it states to a tenth of it; five of them fail correct code less than once in a million seeds.
    #[test]
    fn a_known_split_is_found_with_few_twins() {
        let mut rng = rand::rngs::ChaCha8Rng::seed_from_u64(6);
        let (mut all, mut pairs) = (Vec::new(), Vec::new());
        for trial in 0..4_000 {
            let truth: f64 = rng.random();
            all.push(truth + rng.random::<f64>() / 2.0);
            if trial % TWIN_EVERY == 0 {
                pairs.push((all[trial as usize], truth + rng.random::<f64>() / 2.0));
            }
        }
        let sd = all.into_iter().collect::<Moments>().sd();
        let split = split_of(&pairs, sd).unwrap();
        assert!((split.luck.get() - 0.2).abs() < 0.075 && split.pairs == 400, "{split:?}");
        assert!(
            (0.008..0.015).contains(&split.error.get()) && split.luck + split.ignorance == Share::WHOLE,
            "{split:?}"
        );
        assert_eq!(split_of(&pairs[..1], sd), None);
        assert_eq!(split_of(&pairs, 0.0), None);
    }

    /// Uniform truth (variance 1/12) and luck of half that spread (1/48): luck is a fifth. With 20,000 pairs the share
    /// has a standard error below 0.003; the bound fails correct code less than once in ten million seeds.
    #[test]
    fn a_known_split_is_found() {
        let mut rng = rand::rngs::ChaCha8Rng::seed_from_u64(5);
        let pairs: Vec<(f64, f64)> = (0..20_000)
            .map(|_| {
                let truth: f64 = rng.random();
                (truth + rng.random::<f64>() / 2.0, truth + rng.random::<f64>() / 2.0)
            })
            .collect();
        let split = variance_split(&pairs).unwrap();
        assert!((split.luck.get() - 0.2).abs() < 0.015, "{split:?}");
    }
}
