//! What holds only from a receipt on: how much of the spend it reaches, and how receipts grow up to it.

/// A receipt from which on something holds, and how customers answer to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Receipts {
    /// The receipt; 0 where it holds for all.
    pub from: f32,
    /// How far below it a receipt may be and still be raised to it, as a share of it.
    pub reach: f32,
    /// Chance that a receipt just below it is raised.
    pub pull: f32,
    /// Share of what receipts are raised by that is only bought sooner.
    pub ahead: f32,
}

impl Receipts {
    /// All of them.
    pub const ALL: Self = Self { from: 0.0, reach: 0.0, pull: 0.0, ahead: 0.0 };

    /// Whether it holds for all receipts.
    pub fn are_all(&self) -> bool {
        self.from <= 0.0
    }

    /// The mean of receipts before some were raised, where it is this now.
    pub fn before(&self, mean: f64, spread: f64) -> f64 {
        (0..3).fold(mean, |before, _| mean / (1.0 + self.of_mean(before, spread)[1]))
    }

    /// The same of a single receipt, with the threshold as unit.
    fn of_one(&self, receipt: f64) -> [f64; 2] {
        let short = if self.reach > 0.0 { (1.0 - receipt) / f64::from(self.reach) } else { 1.0 };
        if receipt >= 1.0 {
            return [1.0, 0.0];
        }
        let raised = f64::from(self.pull) * (1.0 - short).max(0.0);
        let more = raised * (1.0 - receipt);
        [raised / (receipt + more), more / receipt]
    }

    /// Of receipts with this mean, lognormal with this spread: the share of the spend that is in receipts of `from` and more once some have been raised to it, and by how
    /// much the spend has risen, as a share of what it was. A receipt a share x of `reach` below `from` is raised to it with chance pull · (1 − x).
    pub fn of_mean(&self, mean: f64, spread: f64) -> [f64; 2] {
        let (ratio, reach) = (mean / f64::from(self.from), f64::from(self.reach));
        if spread < NARROW {
            return self.of_one(ratio);
        }
        // Σ xᵏ of lognormal receipts below a bound is a normal probability, shifted by k spreads
        let log = libm::log(ratio);
        let below = |ln_bound: f64, order: f64| {
            let z = (ln_bound - log) / spread + (0.5 - order) * spread;
            0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
        };
        let short = below(0.0, 1.0);
        if reach <= 0.0 || self.pull <= 0.0 {
            return [1.0 - short, 0.0];
        }
        let begin = libm::log((1.0 - reach).max(0.0));
        let heads = below(0.0, 0.0) - below(begin, 0.0);
        let spend = ratio * (short - below(begin, 1.0));
        let square = ratio * ratio * libm::exp(spread * spread) * (below(0.0, 2.0) - below(begin, 2.0));
        // with the threshold as unit, the chance is pull · (a + b·receipt)
        let (a, b) = (1.0 - 1.0 / reach, 1.0 / reach);
        let pull = f64::from(self.pull);
        let raised = pull * (a * heads + b * spend);
        let more = (pull * (a * heads + (b - a) * spend - b * square)).max(0.0);
        [((ratio * (1.0 - short) + raised) / (ratio + more)).min(1.0), more / ratio]
    }
}

/// Receipts that differ by less are all alike.
const NARROW: f64 = 1e-3;

#[cfg(test)]
mod tests {
    use super::*;

    /// The closed form against sums over a fine grid of receipts, for receipts far below the threshold, near it and above it.
    #[test]
    fn shares_are_those_of_the_receipts_one_by_one() {
        let receipts = Receipts { from: 50.0, reach: 0.2, pull: 0.4, ahead: 0.0 };
        for (mean, spread) in [(20.0, 0.6), (42.0, 0.3), (48.0, 0.05), (50.0, 0.8), (90.0, 0.5)] {
            let (mut before, mut after, mut reached) = (0.0, 0.0, 0.0);
            for step in -80_000..=80_000 {
                let z = f64::from(step) / 10_000.0;
                let weight = crate::random::normal::density(z) / 10_000.0;
                let receipt = mean * libm::exp(spread * z - 0.5 * spread * spread);
                let short = (1.0 - receipt / 50.0) / 0.2;
                let raised = if (0.0..1.0).contains(&short) && receipt < 50.0 {
                    f64::from(0.4f32) * (1.0 - short)
                } else {
                    0.0
                };
                before += weight * receipt;
                after += weight * (receipt + raised * (50.0 - receipt));
                reached += weight * if receipt >= 50.0 { receipt } else { raised * 50.0 };
            }
            let [share, rise] = receipts.of_mean(mean, spread);
            assert!((share - reached / after).abs() < 1e-3, "{mean} {spread}: {share} {}", reached / after);
            assert!(
                (rise - (after / before - 1.0)).abs() < 1e-4,
                "{mean} {spread}: {rise} {}",
                after / before
            );
        }
    }

    /// Of receipts of 48, 2 below 50, that is a fifth of 10, two fifths times four fifths are raised to it: 0.32 · 2 more, and 16 of 48.64 are in receipts of 50.
    #[test]
    fn receipts_that_are_alike_are_one() {
        let receipts = Receipts { from: 50.0, reach: 0.2, pull: 0.4, ahead: 0.0 };
        let near = |found: [f64; 2], wanted: [f64; 2]| (0..2).all(|k| (found[k] - wanted[k]).abs() < 1e-6);
        assert!(near(receipts.of_mean(48.0, 0.0), [16.0 / 48.64, 0.64 / 48.0]));
        assert!(near(receipts.of_mean(50.0, 0.0), [1.0, 0.0]));
        assert!(near(receipts.of_mean(39.0, 0.0), [0.0, 0.0]));
    }

    /// Nothing that is given moves no receipt; and of a threshold far below or above all receipts, all or nothing.
    #[test]
    fn ends_are_as_they_must_be() {
        let receipts = Receipts { from: 50.0, reach: 0.2, pull: 0.0, ahead: 0.0 };
        assert_eq!(receipts.of_mean(40.0, 0.5)[1], 0.0);
        let receipts = Receipts { pull: 1.0, ..receipts };
        let near = |found: [f64; 2], wanted: [f64; 2]| (0..2).all(|k| (found[k] - wanted[k]).abs() < 1e-9);
        assert!(near(receipts.of_mean(5000.0, 0.5), [1.0, 0.0]));
        assert!(near(receipts.of_mean(0.5, 0.5), [0.0, 0.0]));
    }
}
