//! Sums over trials that come out the same to the last bit however the trials are split.
//!
//! Floating-point addition is not associative, so the order must be fixed. Trials are the leaves of a binary tree
//! whose nodes stand at fixed places: a node of level `k` covers the trials `j·2^k .. (j+1)·2^k`. A part of a run
//! holds the largest such nodes that fit into its range, and joining two adjacent parts builds the nodes that a
//! single run would have built (pairwise summation, Higham 1993, on an absolute grid).

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Something that can be joined with what comes right after it.
pub trait Join {
    /// Joins `self` with `later`.
    fn join(&mut self, later: &Self);
}

/// Two ranges of trials do not meet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("trials {}..{} do not follow on trials {}..{}", .later.start, .later.end, .earlier.start, .earlier.end)]
pub struct NotAdjacent {
    /// Range of trials present.
    pub earlier: Range<u64>,
    /// Range offered.
    pub later: Range<u64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Node<T> {
    first: u64,
    level: u32,
    value: T,
}

impl<T> Node<T> {
    /// Whether `later` is the right sibling of this node.
    fn is_left_of(&self, later: &Self) -> bool {
        self.level == later.level
            && self.first.trailing_zeros() > self.level
            && self.first + (1 << self.level) == later.first
    }
}

/// The canonical partial sums of a range of trials.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dyadic<T> {
    trials: Range<u64>,
    nodes: Vec<Node<T>>,
}

impl<T: Join + Clone> Dyadic<T> {
    /// No trials yet; the first one added may have any number.
    pub fn new() -> Self {
        Self { trials: 0..0, nodes: Vec::new() }
    }

    /// The trials present.
    pub fn trials(&self) -> Range<u64> {
        self.trials.clone()
    }

    /// Adds the trial that follows.
    pub fn push(&mut self, trial: u64, value: T) -> Result<(), NotAdjacent> {
        let one = Self { trials: trial..trial + 1, nodes: vec![Node { first: trial, level: 0, value }] };
        self.merge(one)
    }

    /// Appends the trials that follow.
    pub fn merge(&mut self, later: Self) -> Result<(), NotAdjacent> {
        if self.trials.is_empty() {
            *self = later;
            return Ok(());
        }
        if later.trials.is_empty() {
            return Ok(());
        }
        if self.trials.end != later.trials.start {
            return Err(NotAdjacent { earlier: self.trials(), later: later.trials });
        }
        self.trials.end = later.trials.end;
        for node in later.nodes {
            self.push_node(node);
        }
        Ok(())
    }

    /// The sum over all trials present, nodes joined from left to right.
    pub fn total(&self) -> Option<T> {
        let (first, rest) = self.nodes.split_first()?;
        let mut total = first.value.clone();
        for node in rest {
            total.join(&node.value);
        }
        Some(total)
    }

    /// Whether the sums are those of its range, no more and no less, each `sound` for a node of its level: so that what was read from a
    /// file can be merged.
    pub fn is_canonical(&self, sound: impl Fn(u32, &T) -> bool) -> bool {
        let mut first = self.trials.start;
        for Node { first: at, level, value } in &self.nodes {
            let Some(left) = self.trials.end.checked_sub(first).and_then(u64::checked_ilog2) else {
                return false;
            };
            let largest = first.trailing_zeros().min(left);
            if (*at, *level) != (first, largest) || !sound(*level, value) {
                return false;
            }
            first += 1 << level;
        }
        first == self.trials.end
    }

    fn push_node(&mut self, mut node: Node<T>) {
        while let Some(mut left) = self.nodes.pop() {
            if !left.is_left_of(&node) {
                self.nodes.push(left);
                break;
            }
            left.value.join(&node.value);
            left.level += 1;
            node = left;
        }
        self.nodes.push(node);
    }
}

impl<T: Join + Clone> Default for Dyadic<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Join for f64 {
        fn join(&mut self, later: &Self) {
            *self += later;
        }
    }

    /// Numbers of very different size, so that another order would show in the last bits.
    fn value(trial: u64) -> f64 {
        let x = trial.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (x >> 11) as f64 * libm::exp2((x % 61) as f64 - 60.0)
    }

    fn range(trials: Range<u64>) -> Dyadic<f64> {
        let mut sums = Dyadic::new();
        for trial in trials {
            sums.push(trial, value(trial)).unwrap();
        }
        sums
    }

    proptest! {
        /// Law: any split of the trials gives the same nodes, hence the same bits.
        #[test]
        fn any_split_gives_the_same_bits(from in 0..300u64, mut cuts in prop::collection::vec(0..500u64, 0..6)) {
            let to = from + 500;
            cuts.sort_unstable();
            let mut merged = Dyadic::new();
            let mut start = from;
            for cut in cuts.into_iter().map(|c| from + c).chain([to]) {
                merged.merge(range(start..cut)).unwrap();
                start = cut;
            }
            let whole = range(from..to);
            prop_assert_eq!(merged.total().unwrap().to_bits(), whole.total().unwrap().to_bits());
            prop_assert!(whole.is_canonical(|_, _| true));
            prop_assert_eq!(merged, whole);
        }

        /// Joining the right half first changes nothing either.
        #[test]
        fn joining_is_associative(a in 0..100u64, b in 0..100u64, c in 0..100u64) {
            let (left, middle, right) = (range(7..7 + a), range(7 + a..7 + a + b), range(7 + a + b..7 + a + b + c));
            let mut forward = left.clone();
            forward.merge(middle.clone()).unwrap();
            forward.merge(right.clone()).unwrap();
            let mut backward = middle;
            backward.merge(right).unwrap();
            let mut joined = left;
            joined.merge(backward).unwrap();
            prop_assert_eq!(joined.nodes, forward.nodes);
        }
    }

    #[test]
    fn memory_grows_with_the_logarithm() {
        assert!(range(0..100_000).nodes.len() <= 17);
        assert!(range(12_345..100_000).nodes.len() <= 2 * 17);
    }

    #[test]
    fn sums_of_another_range_are_noticed() {
        let sums = range(3..40);
        assert!(sums.is_canonical(|level, _| level <= 5) && !sums.is_canonical(|level, _| level <= 3));
        for trials in [3..39, 3..41, 2..40, 4..40, 40..40] {
            assert!(!Dyadic { trials, nodes: sums.nodes.clone() }.is_canonical(|_, _| true));
        }
        let parted = Dyadic { trials: 0..2, nodes: [range(0..1).nodes, range(1..2).nodes].concat() };
        assert!(!parted.is_canonical(|_, _| true) && range(0..2).is_canonical(|_, _| true));
    }

    #[test]
    fn gaps_are_refused() {
        let error = range(0..3).merge(range(4..5)).unwrap_err();
        assert_eq!(error.to_string(), "trials 4..5 do not follow on trials 0..3");
    }
}
