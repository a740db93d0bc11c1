//! How good the intervals have been so far.

use crate::fit::headline::Headline;
use crate::fit::scored::{Held, Scored};

/// A share of figures within intervals that good ones have.
const GOOD: f64 = 0.9;
/// What good intervals do with a lesser chance speaks against them: five figures are judged, and one of them may be blamed wrongly in one
/// case in twenty.
const DOUBT: f64 = 0.01;

/// Figures, and how many of them lie within their intervals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub inside: usize,
    pub all: usize,
}

impl Count {
    /// Of one headline in these periods.
    pub fn of<'h>(held: impl IntoIterator<Item = &'h Held>, headline: Headline) -> Self {
        let figures = held.into_iter().filter_map(|held| held.of(headline));
        figures.fold(Self::default(), |count, figure| count.with(figure.forecast.covers()))
    }

    /// Of all headlines in these periods.
    pub fn all<'h>(held: impl IntoIterator<Item = &'h Held>) -> Self {
        let figures = held.into_iter().flat_map(|held| &held.figures);
        figures.fold(Self::default(), |count, figure| count.with(figure.forecast.covers()))
    }

    /// With one more.
    pub fn with(self, inside: bool) -> Self {
        Self { inside: self.inside + usize::from(inside), all: self.all + 1 }
    }

    /// What so many mean, if months were independent.
    pub fn verdict(self) -> Verdict {
        let few = chance_of_at_most(self.inside, self.all);
        let many = 1.0 - self.inside.checked_sub(1).map_or(0.0, |less| chance_of_at_most(less, self.all));
        match () {
            () if few < DOUBT => Verdict::Narrow,
            () if many < DOUBT => Verdict::Wide,
            () => Verdict::Open,
        }
    }
}

/// What is to be thought of intervals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They hold too little.
    Narrow,
    /// They hold more than they need to.
    Wide,
    /// Nothing speaks against them.
    Open,
}

/// All months of all forecasts.
pub fn months(scored: &[Scored]) -> impl Iterator<Item = &Held> {
    scored.iter().flat_map(|scored| &scored.months)
}

/// The chance that of `all` intervals that hold nine in ten at most `inside` hold.
fn chance_of_at_most(inside: usize, all: usize) -> f64 {
    let mut chance = libm::pow(1.0 - GOOD, all as f64);
    let mut sum = 0.0;
    for n in 0..=inside.min(all) {
        sum += chance;
        chance *= (all - n) as f64 / (n + 1) as f64 * GOOD / (1.0 - GOOD);
    }
    sum.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of ten intervals nine hold on average: with five or fewer (0.2 %) they are too narrow, with six (1.3 %) nothing is known.
    #[test]
    fn few_months_prove_nothing() {
        let verdict = |inside, all| Count { inside, all }.verdict();
        assert_eq!(
            [verdict(5, 10), verdict(6, 10), verdict(10, 10)],
            [Verdict::Narrow, Verdict::Open, Verdict::Open]
        );
        assert_eq!(
            [verdict(0, 4), verdict(1, 2), verdict(43, 43), verdict(44, 44)],
            [Verdict::Narrow, Verdict::Open, Verdict::Open, Verdict::Wide]
        );
        assert!((chance_of_at_most(7, 8) - (1.0 - libm::pow(0.9, 8.0))).abs() < 1e-12);
    }
}
