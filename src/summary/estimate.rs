//! From the values of all trials to an estimate.

use serde::Serialize;

use super::moments::Moments;
use super::quantile;
use super::real_size::Shrink;
use crate::design::Sampling;
use crate::random::latin::BLOCK;
use crate::units::{Money, Unit};

/// The distribution of one number over the trials in which it is defined.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// Unit of all fields but `trials`.
    pub unit: Unit,
    /// Trials in which the number is defined.
    pub trials: u64,
    /// Mean.
    pub mean: f64,
    /// Monte Carlo error of the mean (its standard error): what more trials would reduce.
    pub mc_error: f64,
    /// Standard deviation over trials: what more trials would not reduce.
    pub sd: f64,
    /// 5 % quantile.
    pub p5: f64,
    /// Lower quartile.
    pub p25: f64,
    /// Median.
    pub median: f64,
    /// Upper quartile.
    pub p75: f64,
    /// 95 % quantile.
    pub p95: f64,
    /// Monte Carlo error of the 5 % quantile.
    pub p5_error: f64,
    /// Monte Carlo error of the median.
    pub median_error: f64,
    /// Monte Carlo error of the 95 % quantile.
    pub p95_error: f64,
}

/// Counts of trials in bins of equal width, by what each came to in money.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Histogram {
    /// Bounds of the bins, one more than there are bins. Zero is always a bound if it lies inside.
    pub bounds: Vec<Money>,
    /// Trials in each bin. The last bin contains its upper bound.
    pub counts: Vec<u64>,
}

/// Fewer blocks of trials than this cannot tell the error of a mean.
const FEWEST_BLOCKS: usize = 20;

/// Most bins of a histogram.
const MOST_BINS: f64 = 60.0;
/// Fewest bins aimed at.
const FEWEST_BINS: f64 = 10.0;

/// How the trials of a run hang together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grouping {
    /// How they were drawn.
    pub sampling: Sampling,
    /// The number of the first.
    pub first: u64,
}

impl Grouping {
    /// Trials from the first on, drawn by the usual plan.
    pub const USUAL: Self = Self { sampling: Sampling::Latin, first: 0 };

    /// Standard error of the mean of values given in the order of the trials. The blocks of a Latin hypercube are independent of each other,
    /// so the spread of their sums tells it (replicated Latin hypercubes; Owen 1992). With few blocks, and for a Sobol' sequence, it is that of
    /// independent trials, which is too large: the plans do not make a mean worse.
    pub fn standard_error(self, values: &[f64]) -> f64 {
        let moments: Moments = values.iter().copied().collect();
        let blocks = self.blocks(values, moments.mean());
        if self.sampling != Sampling::Latin || blocks.len() < FEWEST_BLOCKS {
            return moments.standard_error();
        }
        let (count, squares) = (blocks.len() as f64, blocks.iter().map(|sum| sum * sum).sum::<f64>());
        (squares * count / (count - 1.0)).sqrt() / moments.count() as f64
    }

    /// Sum of the deviations from the mean in each block of trials.
    fn blocks(self, values: &[f64], mean: f64) -> Vec<f64> {
        let block = |i: usize| (self.first + i as u64) / BLOCK;
        let mut sums: Vec<f64> = Vec::new();
        for (i, value) in values.iter().enumerate() {
            if i == 0 || block(i) != block(i - 1) {
                sums.push(0.0);
            }
            if let Some(sum) = sums.last_mut().filter(|_| value.is_finite()) {
                *sum += value - mean;
            }
        }
        sums
    }
}

/// The defined values, sorted.
pub(super) fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.filter(|v| v.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// The distribution of values given in the order of the trials, whose deviations from their mean shrink so: the mean and its error are
/// those of what was simulated, all else is at the real size.
pub(super) fn of(values: &[f64], shrink: &Shrink, unit: Unit, grouping: Grouping) -> Estimate {
    let moments: Moments = values.iter().copied().collect();
    let sorted = sorted(values.iter().copied());
    let at = |level| shrink.at(quantile::of_sorted(&sorted, level));
    let error = |level| shrink.quantile_error(values, &sorted, level);
    Estimate {
        unit,
        trials: moments.count(),
        mean: moments.mean(),
        mc_error: grouping.standard_error(values),
        sd: shrink.factor() * moments.sd(),
        p5: at(0.05),
        p25: at(0.25),
        median: at(0.5),
        p75: at(0.75),
        p95: at(0.95),
        p5_error: error(0.05),
        median_error: error(0.5),
        p95_error: error(0.95),
    }
}

/// Amounts of money in bins of a round width near that of Freedman & Diaconis (1981); zero is a bound if it lies inside. `None` without
/// values.
pub(super) fn histogram(sorted: &[f64]) -> Option<Histogram> {
    let (&low, &high) = (sorted.first()?, sorted.last()?);
    let range = high - low;
    let quartiles = quantile::of_sorted(sorted, 0.75) - quantile::of_sorted(sorted, 0.25);
    let ideal = 2.0 * quartiles / libm::cbrt(sorted.len() as f64);
    let width = round_up(if range > 0.0 {
        ideal.clamp(range / MOST_BINS, range / FEWEST_BINS)
    } else {
        low.abs().max(1.0)
    });
    let first = (low / width).floor();
    let bins = ((high / width).floor() - first) as usize + 1;
    let mut counts = vec![0; bins];
    for value in sorted {
        counts[(((value / width).floor() - first) as usize).min(bins - 1)] += 1;
    }
    Some(Histogram { bounds: (0..=bins).map(|i| Money::new((first + i as f64) * width)).collect(), counts })
}

/// The next number of the form 1, 2 or 5 times a power of ten.
fn round_up(width: f64) -> f64 {
    let power = libm::pow(10.0, libm::log10(width).floor());
    let steps = [1.0, 2.0, 5.0].into_iter().find(|step| step * power >= width * (1.0 - 1e-9));
    steps.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Grouping = Grouping { sampling: Sampling::Plain, first: 0 };

    /// Blocks of 20 trials whose sum is 20 above what is usual, or below, however the trials within them differ: the error is 1/√(blocks − 1).
    #[test]
    fn blocks_of_a_latin_hypercube_tell_its_error() {
        let value = |i: u64| {
            let (of_block, own) = (
                if (i / BLOCK).is_multiple_of(2) { 8.0 } else { 6.0 },
                if i.is_multiple_of(2) { 50.0 } else { -50.0 },
            );
            of_block + own
        };
        let values: Vec<f64> = (0..600).map(value).collect();
        let latin = Grouping { sampling: Sampling::Latin, first: 40 };
        assert!((latin.standard_error(&values) - 29f64.sqrt().recip()).abs() < 1e-12);
        assert!((PLAIN.standard_error(&values) - (2501.0f64 / 599.0).sqrt()).abs() < 1e-9);
        // too few blocks
        assert_eq!(latin.standard_error(&values[..360]), PLAIN.standard_error(&values[..360]));
    }

    /// Twenty blocks are enough, nineteen are not.
    #[test]
    fn blocks_have_to_be_many() {
        let latin = Grouping { sampling: Sampling::Latin, first: 0 };
        let values: Vec<f64> =
            (0..400).map(|i: u64| if (i / BLOCK).is_multiple_of(2) { 8.0 } else { 6.0 }).collect();
        assert!((latin.standard_error(&values) - 19f64.sqrt().recip()).abs() < 1e-12);
        assert_eq!(latin.standard_error(&values[..380]), PLAIN.standard_error(&values[..380]));
    }

    /// Trials from 50 on: the first block has ten of them; undefined ones count for nothing.
    #[test]
    fn blocks_begin_where_the_plan_has_them() {
        let latin = Grouping { sampling: Sampling::Latin, first: 50 };
        let sums =
            latin.blocks(&[vec![7.0; 10], vec![1.0; 19], vec![f64::NAN], vec![0.0, 9.0]].concat(), 4.0);
        assert_eq!(sums, [30.0, -57.0, 1.0]);
    }

    /// Quartiles of −150 and 50 in a hundred values would make bins 86 wide: too few of them in a range of 400.
    #[test]
    fn every_bin_counts_what_lies_in_it() {
        let values: Vec<f64> =
            [(-250.0, 10), (-150.0, 30), (-100.0, 5), (-1.0, 15), (0.0, 10), (50.0, 20), (150.0, 10)]
                .iter()
                .flat_map(|(value, count)| vec![*value; *count])
                .collect();
        let found = histogram(&values).unwrap();
        assert_eq!(found.counts, [10, 0, 30, 5, 15, 10, 20, 0, 10]);
        let bounds: Vec<f64> = found.bounds.iter().map(|bound| bound.get()).collect();
        assert_eq!(bounds, [-250.0, -200.0, -150.0, -100.0, -50.0, 0.0, 50.0, 100.0, 150.0, 200.0]);
    }

    /// Over 400 repetitions of 400 trials of x₁ + x₂ + x₁·x₂ the stated error is the spread of the mean within 15 %: four standard
    /// errors of that ratio (3.6 %).
    #[test]
    fn the_stated_error_of_a_latin_hypercube_is_its_spread() {
        use crate::random::latin::draw;
        let model = |seed, t| {
            let (a, b) = (draw(seed, t, 1) - 0.5, draw(seed, t, 2) - 0.5);
            a + b + 4.0 * a * b
        };
        let run = |seed| -> Vec<f64> { (0..400).map(|t| model(seed, t)).collect() };
        let latin = Grouping { sampling: Sampling::Latin, first: 0 };
        let stated: Moments = (0..400).map(|seed| latin.standard_error(&run(seed))).collect();
        let means: Moments = (0..400).map(|seed| run(seed).into_iter().collect::<Moments>().mean()).collect();
        assert!((stated.mean() / means.sd() - 1.0).abs() < 0.15, "{} {}", stated.mean(), means.sd());
        assert!(means.sd() < 0.8 * PLAIN.standard_error(&run(1)), "{}", means.sd());
    }

    #[test]
    fn undefined_trials_are_counted_out() {
        let estimate = of(&[1.0, f64::NAN, 3.0], &Shrink::NONE, Unit::Money, PLAIN);
        assert_eq!((estimate.trials, estimate.mean, estimate.median), (2, 2.0, 2.0));
        let none = of(&[f64::NAN], &Shrink::NONE, Unit::Money, PLAIN);
        assert!(none.trials == 0 && none.mean.is_nan() && none.p5.is_nan());
    }

    #[test]
    fn a_histogram_counts_everything_between_round_bounds() {
        let values: Vec<f64> = (0..1000).map(|i| f64::from(i) * 7.3 - 2500.0).collect();
        let histogram = histogram(&values).unwrap();
        assert_eq!(histogram.counts.iter().sum::<u64>(), 1000);
        assert_eq!(histogram.bounds.len(), histogram.counts.len() + 1);
        assert!(histogram.bounds.contains(&Money::NONE), "{:?}", histogram.bounds);
        assert!(
            histogram.bounds[0].get() <= -2500.0 && histogram.bounds.last().unwrap().get() >= values[999]
        );
        assert!((5..=61).contains(&histogram.counts.len()));
        let below = histogram.bounds.iter().zip(&histogram.counts).filter(|(b, _)| **b < Money::NONE);
        assert_eq!(below.map(|(_, n)| n).sum::<u64>(), values.iter().filter(|v| **v < 0.0).count() as u64);
    }

    #[test]
    fn a_histogram_of_equal_values_has_one_bin() {
        for value in [0.0, -3.0, 12_345.6] {
            assert_eq!(histogram(&[value; 5]).unwrap().counts, [5]);
        }
        assert_eq!(histogram(&[]), None);
    }

    /// Freedman and Diaconis: of 8 000 even values a twentieth of their range, 400, which is rounded up to 500.
    #[test]
    fn bins_are_as_wide_as_the_values_ask_for() {
        let values: Vec<f64> = (0..8000).map(f64::from).collect();
        let found = histogram(&values).unwrap();
        assert_eq!((found.bounds[1].get(), found.counts), (500.0, vec![500; 16]));
        for (value, bounds) in
            [(0.0, [0.0, 1.0]), (-3.0, [-5.0, 0.0]), (0.25, [0.0, 1.0]), (30.0, [0.0, 50.0])]
        {
            assert_eq!(histogram(&[value; 3]).unwrap().bounds, bounds.map(Money::new), "{value}");
        }
    }

    #[test]
    fn widths_are_round() {
        assert_eq!([0.7, 1.0, 1.1, 3.0, 47.0].map(round_up), [1.0, 1.0, 2.0, 5.0, 50.0]);
    }
}
