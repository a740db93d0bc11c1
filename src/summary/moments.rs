//! Count, mean and variance of values that may be undefined in some trials.

use serde::{Deserialize, Serialize};

use super::dyadic::Join;

/// Count, mean and sum of squared deviations, joined without cancellation (Chan, Golub & LeVeque 1979).
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Moments {
    count: u64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// One value; a value that is not finite counts as undefined.
    pub fn of(value: f64) -> Self {
        if value.is_finite() { Self { count: 1, mean: value, squares: 0.0 } } else { Self::default() }
    }

    /// How many values are defined.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Mean; NaN without values.
    pub fn mean(&self) -> f64 {
        if self.count == 0 { f64::NAN } else { self.mean }
    }

    /// Standard deviation (divisor n − 1); NaN with fewer than two values.
    pub fn sd(&self) -> f64 {
        if self.count < 2 { f64::NAN } else { (self.squares / (self.count - 1) as f64).sqrt() }
    }

    /// Standard error of the mean; NaN with fewer than two values.
    pub fn standard_error(&self) -> f64 {
        self.sd() / (self.count as f64).sqrt()
    }
}

impl Join for Moments {
    fn join(&mut self, later: &Self) {
        if later.count == 0 {
            return;
        }
        if self.count == 0 {
            *self = *later;
            return;
        }
        let (a, b) = (self.count as f64, later.count as f64);
        let gap = later.mean - self.mean;
        self.mean += gap * (b / (a + b));
        self.squares += later.squares + gap * gap * (a * b / (a + b));
        self.count += later.count;
    }
}

impl Join for Vec<Moments> {
    fn join(&mut self, later: &Self) {
        for (here, there) in self.iter_mut().zip(later) {
            here.join(there);
        }
    }
}

impl FromIterator<f64> for Moments {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut all = Self::default();
        for value in values {
            all.join(&Self::of(value));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        let moments: Moments = [2.0, 4.0, 4.0, f64::NAN, 4.0, 5.0, 5.0, 7.0, 9.0].into_iter().collect();
        assert_eq!(moments.count(), 8);
        assert_eq!(moments.mean(), 5.0);
        assert!((moments.sd() - libm::sqrt(32.0 / 7.0)).abs() < 1e-15);
        assert!((moments.standard_error() - libm::sqrt(4.0 / 7.0)).abs() < 1e-15);
    }

    #[test]
    fn two_groups_are_one() {
        let of = |values: &[f64]| values.iter().copied().collect::<Moments>();
        let (mut one, other) = (of(&[1.0, 2.0, 3.0, 6.0]), of(&[10.0, 20.0]));
        one.join(&other);
        assert_eq!((one.count(), one.mean()), (6, 7.0));
        assert!((one.sd() - libm::sqrt(256.0 / 5.0)).abs() < 1e-12, "{}", one.sd());
        let mut none = Moments::default();
        none.join(&one);
        none.join(&Moments::default());
        assert_eq!(none, one);
        let mut cells = vec![of(&[1.0]), of(&[5.0])];
        cells.join(&vec![of(&[3.0]), of(&[9.0])]);
        assert_eq!([cells[0].mean(), cells[1].mean()], [2.0, 7.0]);
    }

    /// The textbook formula Σx² − (Σx)²/n would lose every digit here.
    #[test]
    fn a_large_mean_does_not_drown_the_spread() {
        let moments: Moments = (0..1000).map(|i| 1e9 + f64::from(i % 2)).collect();
        assert!((moments.sd() - libm::sqrt(0.25 * 1000.0 / 999.0)).abs() < 1e-6);
    }

    #[test]
    fn one_value_has_no_spread() {
        assert!(Moments::of(3.0).sd().is_nan());
        assert!(Moments::of(f64::INFINITY).mean().is_nan());
    }
}
