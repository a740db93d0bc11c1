//! Contracts: one bill a month, and a way out at the end of each term.

use crate::design::{self, Truth};

/// When those who pay by contract may leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contract {
    /// Months of a term; 1 where customers may leave in any month.
    pub months: usize,
    /// What multiplies the hazard in a month within the term.
    pub within: f64,
    /// The same in the month in which the term ends: such that the mean over a term is 1.
    pub at_end: f64,
    /// Whether today's customers have all just signed.
    pub fresh: bool,
}

impl Contract {
    /// As declared, under `truth`.
    pub(super) fn new(truth: &Truth, declared: &design::Contract, fresh: bool) -> Self {
        Self::of(truth[declared.months].round().max(1.0) as usize, truth[declared.leaves_early], fresh)
    }

    /// Of so many months, within which customers leave this much less readily than if they could at any time.
    pub fn of(months: usize, within: f64, fresh: bool) -> Self {
        let term = months as f64;
        Self { months, within, at_end: term - (term - 1.0) * within, fresh }
    }

    /// Whether the term of those who have `left` months of it after this one ends `later` months from now.
    pub fn ends(&self, left: usize, later: usize) -> bool {
        later >= left && (later - left).is_multiple_of(self.months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_over_a_term_is_that_of_no_contract() {
        for months in [1, 2, 12, 24, 60] {
            for within in [0.0, 0.15, 1.0] {
                let contract = Contract::of(months, within, false);
                let weight = |month| if contract.ends(3 % months, month) { contract.at_end } else { within };
                let mean = (0..months).map(weight).sum::<f64>() / months as f64;
                assert!((mean - 1.0).abs() < 1e-12, "{months} {within}: {mean}");
            }
        }
    }
}
