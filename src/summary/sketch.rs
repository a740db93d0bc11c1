//! Quantiles of many values in little memory: counts in bins of equal relative width (DDSketch; Masson, Rim & Lee
//! 2019). Each value is known within 0.1 %. The state depends on the values only, not on their order, so parts of a
//! run join to the same bits; the bins are those of `libm` on every machine.

use serde::{Deserialize, Serialize};

/// Relative error of a value.
pub const ACCURACY: f64 = 0.001;
/// ln of the ratio between the bounds of a bin: ln(1.001 / 0.999).
const LOG_RATIO: f64 = 0.002_000_000_666_667_066_7;
/// What is smaller in size counts as zero: the dust of sums of money or shares.
const NOTHING: f64 = 1e-9;
/// Makes the bin numbers of all positive values positive, down to [`NOTHING`].
const OFFSET: i32 = 11_000;
/// No bin of a finite value has a greater number.
const MOST_BIN: i32 = 400_000;
/// New values wait in a short list before they are sorted in.
const WAITING: usize = 64;

/// A sketch of the distribution of a number over trials.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Vec<(i32, u32)>", into = "Vec<(i32, u32)>")]
pub struct Sketch {
    /// Bin and count, sorted by bin, which is the order of the values: negative, zero, positive.
    bins: Vec<(i32, u32)>,
    waiting: Vec<i32>,
}

impl Sketch {
    /// Adds a value; values that are not finite are left out.
    pub fn add(&mut self, value: f64) {
        if value.is_finite() {
            self.waiting.push(bin(value));
            if self.waiting.len() >= WAITING {
                self.settle();
            }
        }
    }

    /// Adds everything another sketch has seen.
    pub fn merge(&mut self, mut other: Self) {
        other.settle();
        self.settle();
        self.bins = merged(&self.bins, &other.bins);
    }

    /// Sorts in what waits.
    pub fn settle(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        self.waiting.sort_unstable();
        let mut fresh: Vec<(i32, u32)> = Vec::with_capacity(self.waiting.len());
        for bin in self.waiting.drain(..) {
            match fresh.last_mut() {
                Some((last, count)) if *last == bin => *count += 1,
                _ => fresh.push((bin, 1)),
            }
        }
        self.bins = merged(&self.bins, &fresh);
    }

    /// Whether it can have seen `values` values: what was read from a file need not.
    pub fn is_sound(&self, values: u64) -> bool {
        let rising = self.bins.windows(2).all(|pair| pair[0].0 < pair[1].0);
        let there = self.bins.iter().all(|(bin, count)| (-MOST_BIN..=MOST_BIN).contains(bin) && *count > 0);
        let count: u64 = self.bins.iter().map(|(_, count)| u64::from(*count)).sum();
        rising && there && count <= values
    }

    /// The quantiles at `levels` (rising, 0..=1), interpolated between neighbours as in [`super::quantile`];
    /// NaN without values.
    pub fn quantiles<const N: usize>(&self, levels: [f64; N]) -> [f64; N] {
        let mut settled = self.clone();
        settled.settle();
        let count: u64 = settled.bins.iter().map(|&(_, n)| u64::from(n)).sum();
        levels.map(|level| {
            if count == 0 {
                return f64::NAN;
            }
            let place = level * (count - 1) as f64;
            let below = settled.at(place.floor() as u64);
            let above = settled.at(place.ceil() as u64);
            below + (above - below) * (place - place.floor())
        })
    }

    /// The value with this rank, counted from 0.
    fn at(&self, rank: u64) -> f64 {
        let mut seen = 0;
        for &(bin, count) in &self.bins {
            seen += u64::from(count);
            if seen > rank {
                return middle(bin);
            }
        }
        f64::NAN
    }
}

impl PartialEq for Sketch {
    fn eq(&self, other: &Self) -> bool {
        Vec::from(self.clone()) == Vec::from(other.clone())
    }
}

impl From<Vec<(i32, u32)>> for Sketch {
    fn from(bins: Vec<(i32, u32)>) -> Self {
        Self { bins, waiting: Vec::new() }
    }
}

impl From<Sketch> for Vec<(i32, u32)> {
    fn from(mut sketch: Sketch) -> Self {
        sketch.settle();
        sketch.bins
    }
}

fn bin(value: f64) -> i32 {
    let size = value.abs();
    if size < NOTHING {
        return 0;
    }
    let bin = (libm::log(size) / LOG_RATIO).ceil() as i32 + OFFSET;
    if value < 0.0 { -bin } else { bin }
}

/// The value with the same relative distance to both bounds of the bin.
fn middle(bin: i32) -> f64 {
    if bin == 0 {
        return 0.0;
    }
    let size = libm::exp(f64::from(bin.abs() - OFFSET) * LOG_RATIO) * (1.0 - ACCURACY);
    size.copysign(f64::from(bin))
}

fn merged(a: &[(i32, u32)], b: &[(i32, u32)]) -> Vec<(i32, u32)> {
    let mut all = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => {
                all.push(a[i]);
                i += 1;
            }
            std::cmp::Ordering::Greater => {
                all.push(b[j]);
                j += 1;
            }
            std::cmp::Ordering::Equal => {
                all.push((a[i].0, a[i].1.saturating_add(b[j].1)));
                i += 1;
                j += 1;
            }
        }
    }
    all.extend_from_slice(&a[i..]);
    all.extend_from_slice(&b[j..]);
    all.shrink_to_fit();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::quantile;
    use proptest::prelude::*;

    proptest! {
        /// Every stored value lies within 0.1 % of the one given, whatever its size and sign.
        #[test]
        fn each_value_is_known_within_its_accuracy(exponent in -20.0..35.0f64, negative: bool) {
            let value = libm::exp(exponent) * if negative { -1.0 } else { 1.0 };
            let stored = middle(bin(value));
            prop_assert!((stored / value - 1.0).abs() <= ACCURACY * (1.0 + 1e-9), "{value} became {stored}");
        }

        #[test]
        fn bins_are_in_the_order_of_the_values(a in -1e12..1e12f64, b in -1e-6..1e-6f64, c in -1e3..1e3f64) {
            for (x, y) in [(a, b), (b, c), (a, c)] {
                prop_assert!(x <= y || bin(x) >= bin(y));
            }
        }

        /// Quantiles agree with the exact ones within the accuracy of their neighbours.
        #[test]
        fn quantiles_are_near_the_exact_ones(mut values in prop::collection::vec(-1e6..1e6f64, 1..400)) {
            let mut sketch = Sketch::default();
            values.iter().for_each(|&x| sketch.add(x));
            values.sort_unstable_by(f64::total_cmp);
            let largest = values.iter().fold(0.0f64, |m, x| m.max(x.abs()));
            for (level, found) in [0.05, 0.25, 0.5, 0.75, 0.95].into_iter().zip(sketch.quantiles([0.05, 0.25, 0.5, 0.75, 0.95])) {
                let exact = quantile::of_sorted(&values, level);
                prop_assert!((found - exact).abs() <= ACCURACY * 1.001 * largest, "{level}: {found} for {exact}");
            }
        }

        /// Order and splits leave no trace.
        #[test]
        fn any_split_gives_the_same_state(values in prop::collection::vec(-1e9..1e9f64, 0..400), cut in 0..400usize) {
            let sketch = |values: &[f64]| {
                let mut sketch = Sketch::default();
                values.iter().for_each(|&x| sketch.add(x));
                sketch
            };
            let (left, right) = values.split_at(cut.min(values.len()));
            let mut merged = sketch(right);
            merged.merge(sketch(left));
            prop_assert_eq!(merged, sketch(&values));
        }
    }

    #[test]
    fn sketches_that_nothing_makes_are_noticed() {
        let mut all = Sketch::default();
        [f64::MAX, f64::MIN, 0.0, 1e-9, 1.0].iter().for_each(|&x| all.add(x));
        all.settle();
        assert!(all.is_sound(5) && !all.is_sound(4));
        for bins in [vec![(2, 1), (1, 1)], vec![(1, 1), (1, 1)], vec![(1, 0)], vec![(i32::MIN, 1)]] {
            assert!(!Sketch::from(bins).is_sound(9));
        }
    }

    #[test]
    fn bins_have_the_width_of_the_accuracy() {
        assert!((LOG_RATIO / (libm::log1p(ACCURACY) - libm::log1p(-ACCURACY)) - 1.0).abs() < 1e-14);
    }

    #[test]
    fn undefined_values_are_left_out() {
        let mut sketch = Sketch::default();
        [f64::NAN, f64::INFINITY, 0.0, 1e-12].iter().for_each(|&x| sketch.add(x));
        assert_eq!(sketch.quantiles([0.0, 1.0]), [0.0, 0.0]);
        assert!(Sketch::default().quantiles([0.5])[0].is_nan());
    }
}
