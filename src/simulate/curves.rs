//! Thresholds of receipts as curves over customers: worked out once for all of them, and read by interpolation.

use crate::plan::Receipts;
use crate::random::math::{larger, smaller};

/// Places of a curve.
const PLACES: usize = 129;
/// How many standard deviations of receipts beyond the threshold it goes.
const WIDE: f64 = 4.0;
/// The least spread that can be told from none.
const NARROW: f64 = 0.01;
/// Curves kept: more than a design has of them in a month.
const MOST: usize = 16;

/// What a threshold does to customers by the logarithm of their usual receipt, in units of it.
#[derive(Debug, Clone)]
pub struct Curve {
    of: (Receipts, f64),
    first: f32,
    per_unit: f32,
    values: [[f32; 2]; PLACES],
}

impl Curve {
    fn new(receipts: Receipts, spread: f64) -> Self {
        let wide = spread.max(NARROW);
        let first = libm::log(1.0 - f64::from(receipts.reach).min(0.9)) - WIDE * wide;
        let last = WIDE * wide + wide * wide;
        let step = (last - first) / (PLACES - 1) as f64;
        let value = |place: usize| {
            let mean = f64::from(receipts.from) * libm::exp(first + step * place as f64);
            receipts.of_mean(mean, wide).map(|value| value as f32)
        };
        let mut values = std::array::from_fn(value);
        // far below the threshold nothing is reached, far above it everything
        (values[0], values[PLACES - 1]) = ([0.0; 2], [1.0, 0.0]);
        Self { of: (receipts, spread), first: first as f32, per_unit: (1.0 / step) as f32, values }
    }

    /// The share of the spend that the threshold reaches, and the rise of receipts as a share of them, of customers whose usual receipt has this logarithm in units of
    /// the threshold.
    #[inline(always)]
    pub fn at(&self, log: f32) -> [f32; 2] {
        let place = (log - self.first) * self.per_unit;
        let place = larger(smaller(place, (PLACES - 1) as f32), 0.0);
        let below = (place as usize).min(PLACES - 2);
        let part = place - below as f32;
        let ([a, b], [c, d]) = (self.values[below], self.values[below + 1]);
        [part.mul_add(c - a, a), part.mul_add(d - b, b)]
    }
}

/// The curves worked out lately.
#[derive(Debug, Clone, Default)]
pub struct Curves(Vec<Curve>);

impl Curves {
    /// The curve of a threshold for customers whose receipts have this spread.
    pub fn of(&mut self, receipts: Receipts, spread: f64) -> &Curve {
        let known = self.0.iter().position(|curve| curve.of == (receipts, spread));
        let at = known.unwrap_or_else(|| {
            if self.0.len() >= MOST {
                self.0.clear();
            }
            self.0.push(Curve::new(receipts, spread));
            self.0.len() - 1
        });
        &self.0[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Between its places a curve is right to a thousandth of the spend, whatever the spread of receipts, and beyond its ends to a few thousandths.
    #[test]
    fn curves_are_close_to_what_they_stand_for() {
        let receipts = Receipts { from: 50.0, reach: 0.3, pull: 0.5, ahead: 0.0 };
        let mut curves = Curves::default();
        for spread in [0.01, 0.2, 0.6, 1.2] {
            for step in -200..200 {
                let log = f64::from(step) / 40.0;
                let exact = receipts.of_mean(50.0 * libm::exp(log), spread);
                let found = curves.of(receipts, spread).at(log as f32).map(f64::from);
                for k in 0..2 {
                    assert!((found[k] - exact[k]).abs() < 3e-3, "{spread} {log}: {found:?} {exact:?}");
                }
            }
        }
    }
}
