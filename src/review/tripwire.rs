//! Early-warning signals: what to watch in the first year, from which value on to worry, and how often that is a false alarm.

use crate::summary::{Probability, interval};

/// A threshold on an indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tripwire {
    /// The value that alarms.
    pub threshold: f64,
    /// Whether it alarms above the threshold, or below.
    pub above: bool,
    /// Chance that it alarms at a bad outcome.
    pub hits: Probability,
    /// Chance that it alarms at a good one.
    pub false_alarms: Probability,
}

impl Tripwire {
    /// How much more often it alarms at bad outcomes than at good ones.
    pub fn gain(&self) -> f64 {
        self.hits.share.get() - self.false_alarms.share.get()
    }
}

/// Least difference between hits and false alarms that makes an indicator worth watching.
const WORTH: f64 = 0.3;

/// The threshold that tells bad outcomes from good ones best: the largest difference between hits and false alarms (Youden 1950).
/// `None` where the indicator says too little, or all outcomes are alike.
pub fn best(indicator: &[f64], bad: &[bool]) -> Option<Tripwire> {
    let mut pairs: Vec<(f64, bool)> =
        indicator.iter().copied().zip(bad.iter().copied()).filter(|(v, _)| v.is_finite()).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all_bad = pairs.iter().filter(|(_, bad)| *bad).count() as u64;
    let all_good = pairs.len() as u64 - all_bad;
    if all_bad < 10 || all_good < 10 {
        return None;
    }
    let (mut bad_below, mut good_below) = (0, 0);
    let mut best: Option<Tripwire> = None;
    for window in pairs.windows(2) {
        let [(value, is_bad), (next, _)] = [window[0], window[1]];
        bad_below += u64::from(is_bad);
        good_below += u64::from(!is_bad);
        if next <= value {
            continue;
        }
        let threshold = 0.5 * (value + next);
        let above_it = (all_bad - bad_below, all_good - good_below);
        for (above, (bad, good)) in [(false, (bad_below, good_below)), (true, above_it)] {
            let [hits, false_alarms] =
                [(bad, all_bad), (good, all_good)].map(|(hits, all)| interval::probability(hits, all));
            let wire = Tripwire { threshold, above, hits, false_alarms };
            if wire.gain() >= WORTH && best.is_none_or(|best| wire.gain() > best.gain()) {
                best = Some(wire);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_perfect_indicator_has_no_false_alarm() {
        let indicator: Vec<f64> = (0..100).map(f64::from).collect();
        let bad: Vec<bool> = (0..100).map(|i| i < 30).collect();
        let wire = best(&indicator, &bad).unwrap();
        let shares = [wire.hits, wire.false_alarms].map(|chance| chance.share.get());
        assert_eq!((wire.threshold, wire.above, shares), (29.5, false, [1.0, 0.0]));
        assert!(wire.hits.low.get() < 0.9, "thirty bad outcomes prove no certainty");
    }

    #[test]
    fn an_indicator_that_says_nothing_is_not_watched() {
        let indicator: Vec<f64> = (0..1000).map(f64::from).collect();
        let bad: Vec<bool> = (0..1000).map(|i| i % 2 == 0).collect();
        assert_eq!(best(&indicator, &bad), None);
        assert_eq!(best(&indicator, &[true; 1000]), None);
    }
}
