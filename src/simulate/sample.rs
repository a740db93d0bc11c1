//! Who of the business is simulated.

use crate::design::{Design, Segment, Truth};

/// Part of its share of the sample that a segment has at least, whatever it spends.
const LEAST: f64 = 0.5;

/// How many customers of each segment are simulated: all of a small business, a sample of a large one.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Customers simulated at the start, by segment.
    pub counts: Vec<usize>,
    /// The share of the segment's customers that they are, at most 1.
    pub simulated: Vec<f64>,
}

impl Sample {
    /// At most `most` customers of `design`, as it is at its central values, and no more than it has; at least one of each segment.
    pub fn of(design: &Design, most: usize) -> Self {
        let central = Truth::central(design);
        let real = central[design.business.customers];
        let shares: Vec<f64> = design.segments.iter().map(|s| central[s.share]).collect();
        let spend = |s: &Segment| central[s.purchases_per_year] * central[s.basket];
        let spends: Vec<f64> = design.segments.iter().map(spend).collect();
        let all: f64 = shares.iter().sum();
        let has: Vec<f64> = shares.iter().map(|share| real * share / all).collect();
        let counts = allocate(&weights(&shares, &spends), &has, most.min(real.round() as usize));
        let simulated = counts.iter().zip(&has).map(|(count, has)| {
            // half a customer more or less is the rounding
            if *count as f64 + 0.5 >= *has { 1.0 } else { *count as f64 / has }
        });
        Self { simulated: simulated.collect(), counts }
    }

    /// Customers simulated in all.
    pub fn customers(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// Whose luck weighs more is sampled more closely: in proportion to share · √spend the variance of money is least (Neyman 1934, luck being about
/// Poisson). Heads count too, so that a segment has no less than half of its share and no more than twice.
fn weights(shares: &[f64], spends: &[f64]) -> Vec<f64> {
    let all: f64 = shares.iter().sum();
    let mean = shares.iter().zip(spends).map(|(share, spend)| share * spend).sum::<f64>() / all;
    let weight = |(share, spend): (&f64, &f64)| match mean > 0.0 {
        true => share * (spend / mean).sqrt().clamp(LEAST, 1.0 / LEAST),
        false => *share,
    };
    shares.iter().zip(spends).map(weight).collect()
}

/// A number of customers in proportion to weights, no more of a segment than it `has`, by the largest remainders, at least one each.
fn allocate(weights: &[f64], has: &[f64], customers: usize) -> Vec<usize> {
    let mut exact = vec![0.0; weights.len()];
    let mut whole = vec![false; weights.len()];
    loop {
        let of = |values: &[f64], which: bool| -> f64 {
            values.iter().zip(&whole).filter(|(_, whole)| **whole == which).map(|(value, _)| value).sum()
        };
        let per = (customers as f64 - of(has, true)).max(0.0) / of(weights, false);
        let over: Vec<usize> =
            (0..weights.len()).filter(|s| !whole[*s] && per * weights[*s] > has[*s]).collect();
        for s in 0..weights.len() {
            exact[s] = if whole[s] { has[s] } else { per * weights[s] };
        }
        if over.is_empty() {
            break;
        }
        over.into_iter().for_each(|s| whole[s] = true);
    }
    let mut counts: Vec<usize> = exact.iter().map(|exact| *exact as usize).collect();
    let left = customers.saturating_sub(counts.iter().sum());
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()));
    order.iter().take(left).for_each(|place| counts[*place] += 1);
    counts.iter().map(|count| (*count).max(1)).collect()
}

/// Customers who are played together: of `of`, ordered by purchase rate, each `step`-th from `first` on. So every part is an even sample
/// of them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The first.
    pub first: usize,
    /// From one to the next.
    pub step: usize,
    /// All of them.
    pub of: usize,
}

impl Part {
    /// Parts of `of` customers, of at most `size` each.
    pub fn of(of: usize, size: usize) -> impl Iterator<Item = Self> {
        let step = of.div_ceil(size);
        (0..step).map(move |first| Self { first, step, of })
    }

    /// Customers in it.
    pub fn len(&self) -> usize {
        (self.of - self.first).div_ceil(self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_shared_out_to_the_last() {
        let many = [1e6; 3];
        assert_eq!(allocate(&[0.5, 0.3, 0.2], &many, 10), [5, 3, 2]);
        assert_eq!(allocate(&[1.0, 1.0, 1.0], &many, 100), [34, 33, 33]);
        assert_eq!(allocate(&[0.45, 0.45, 0.1], &many, 7), [3, 3, 1]);
        // a rare segment is there, however few are simulated
        assert_eq!(allocate(&[300.0, 1.0], &many, 10), [10, 1]);
        // nobody is simulated who is not there; others take their places
        assert_eq!(allocate(&[2.0, 1.0, 1.0], &[20.0, 80.0, 80.0], 100), [20, 40, 40]);
        assert_eq!(allocate(&[2.0, 1.0, 0.5], &[40.0, 50.0, 10.0], 100), [40, 50, 10]);
    }

    /// Four times the spend is twice the sample; a segment that spends next to nothing keeps half of its share, one that spends a hundred times
    /// as much gets twice its share, before all are brought to the number that is simulated.
    #[test]
    fn who_spends_more_is_sampled_more_closely() {
        let [a, b] = weights(&[0.5, 0.5], &[100.0, 400.0])[..] else { panic!() };
        assert!((b / a - 2.0).abs() < 1e-12);
        assert_eq!(weights(&[0.99, 0.01], &[0.0, 100.0]), [0.99 * 0.5, 0.01 * 2.0]);
        assert_eq!(weights(&[0.5, 0.5], &[0.0, 0.0]), [0.5, 0.5]);
    }

    #[test]
    fn parts_hold_everybody_once() {
        let mut seen = vec![0; 7];
        for part in Part::of(7, 3) {
            assert!(part.step == 3 && part.len() <= 3);
            (0..part.len()).for_each(|i| seen[part.first + i * part.step] += 1);
        }
        assert_eq!(seen, [1; 7]);
    }

    /// A business that is smaller than what is asked for is simulated as it is; its segments as far as they go.
    #[test]
    fn a_small_business_is_simulated_as_a_whole() {
        let mut text = include_str!("../../tests/designs/full.toml").to_owned();
        let at = text.find("\ncustomers").unwrap() + 1;
        let end = at + text[at..].find('\n').unwrap();
        text.replace_range(at..end, "customers = 150");
        let design = Design::parse(&text).unwrap();
        let whole = Sample::of(&design, 3000);
        assert!(whole.customers() == 150 && whole.simulated.iter().all(|share| *share == 1.0), "{whole:?}");
        let part = Sample::of(&design, 15);
        assert_eq!(part.customers(), 15);
        assert!(part.simulated.iter().all(|share| (share - 0.1).abs() < 0.1 && *share < 1.0), "{part:?}");
    }
}
