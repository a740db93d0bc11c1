//! Who of the business is simulated.

use crate::design::{Design, Truth};

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
        let counts = allocate(&shares, most.min(real.round() as usize));
        let all: f64 = shares.iter().sum();
        let simulated = counts.iter().zip(&shares).map(|(count, share)| {
            let has = real * share / all;
            // half a customer more or less is the rounding
            if *count as f64 + 0.5 >= has { 1.0 } else { *count as f64 / has }
        });
        Self { simulated: simulated.collect(), counts }
    }

    /// Customers simulated in all.
    pub fn customers(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// A number of customers in proportion to shares, by the largest remainders, at least one each.
fn allocate(shares: &[f64], customers: usize) -> Vec<usize> {
    let all: f64 = shares.iter().sum();
    let exact: Vec<f64> = shares.iter().map(|share| customers as f64 * share / all).collect();
    let mut counts: Vec<usize> = exact.iter().map(|exact| *exact as usize).collect();
    let left = customers.saturating_sub(counts.iter().sum());
    let mut order: Vec<usize> = (0..shares.len()).collect();
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
        assert_eq!(allocate(&[0.5, 0.3, 0.2], 10), [5, 3, 2]);
        assert_eq!(allocate(&[1.0, 1.0, 1.0], 100), [34, 33, 33]);
        assert_eq!(allocate(&[0.45, 0.45, 0.1], 7), [3, 3, 1]);
        // a rare segment is there, however few are simulated
        assert_eq!(allocate(&[300.0, 1.0], 10), [10, 1]);
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
