//! Numbers that know how they change with the parameters of a model: a value and its derivatives, carried through the arithmetic of a likelihood.

use statrs::function::gamma::digamma;
use std::ops::{Add, Mul, Neg, Sub};

/// A value and its derivatives with respect to `N` parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Jet<const N: usize> {
    /// The value.
    pub value: f64,
    /// Its derivatives.
    pub slope: [f64; N],
}

impl<const N: usize> Jet<N> {
    /// A number that depends on no parameter.
    pub fn constant(value: f64) -> Self {
        Self { value, slope: [0.0; N] }
    }

    /// `f` of it, given the value and the derivative of `f` there.
    pub fn chain(self, value: f64, derivative: f64) -> Self {
        Self { value, slope: self.slope.map(|slope| slope * derivative) }
    }

    /// Its natural logarithm.
    pub fn ln(self) -> Self {
        self.chain(libm::log(self.value), 1.0 / self.value)
    }

    /// e to its power.
    pub fn exp(self) -> Self {
        let value = libm::exp(self.value);
        self.chain(value, value)
    }

    /// One over it.
    pub fn inverse(self) -> Self {
        let value = 1.0 / self.value;
        self.chain(value, -value * value)
    }

    /// ln Γ of it.
    pub fn ln_gamma(self) -> Self {
        self.chain(libm::lgamma(self.value), digamma(self.value))
    }

    /// Its sum with a number.
    pub fn plus(self, number: f64) -> Self {
        Self { value: self.value + number, ..self }
    }

    /// Its product with a number.
    pub fn times(self, number: f64) -> Self {
        self.chain(self.value * number, number)
    }

    /// ln(e^self + e^other), without overflow.
    pub fn ln_add_exp(self, other: Self) -> Self {
        let (high, low) = if self.value >= other.value { (self, other) } else { (other, self) };
        if low.value == f64::NEG_INFINITY {
            return high;
        }
        let ratio = libm::exp(low.value - high.value);
        let share = ratio / (1.0 + ratio);
        let mut slope = high.slope;
        slope.iter_mut().zip(low.slope).for_each(|(high, low)| *high += share * (low - *high));
        Self { value: high.value + libm::log1p(ratio), slope }
    }
}

impl<const N: usize> Add for Jet<N> {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self.value += other.value;
        self.slope.iter_mut().zip(other.slope).for_each(|(here, there)| *here += there);
        self
    }
}

impl<const N: usize> Sub for Jet<N> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl<const N: usize> Neg for Jet<N> {
    type Output = Self;

    fn neg(self) -> Self {
        self.times(-1.0)
    }
}

impl<const N: usize> Mul for Jet<N> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let mut slope = self.slope;
        slope
            .iter_mut()
            .zip(other.slope)
            .for_each(|(here, there)| *here = [*here * other.value, self.value * there].iter().sum());
        Self { value: self.value * other.value, slope }
    }
}

/// `ln (start + 0) + … + ln (start + n − 1)` for n from 0 to `most`: logarithms of rising factorials, Γ(start + n)/Γ(start). Sums of
/// logarithms stay exact where differences of ln Γ of large numbers lose all their digits.
pub fn rising<const N: usize>(start: Jet<N>, most: usize) -> Vec<Jet<N>> {
    let mut sum = Jet::constant(0.0);
    let mut sums = vec![sum];
    for n in 0..most {
        sum = sum + start.plus(n as f64).ln();
        sums.push(sum);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Derivatives of a function that uses everything, against central differences; their own error is about 1e-9.
    #[test]
    fn derivatives_are_those_of_differences() {
        let of = |x: f64, y: f64| {
            let (x, y) = (Jet { value: x, slope: [1.0, 0.0] }, Jet { value: y, slope: [0.0, 1.0] });
            let ratio = (x * y.inverse() - y.times(0.3)).exp().plus(1.0);
            ratio.ln().ln_add_exp(x.ln_gamma() + rising(y, 3)[3] - x.ln())
        };
        let (x, y, step) = (1.7, 2.3, 1e-5);
        let slopes = of(x, y).slope;
        let by_x = (of(x + step, y).value - of(x - step, y).value) / (2.0 * step);
        let by_y = (of(x, y + step).value - of(x, y - step).value) / (2.0 * step);
        assert!(
            (slopes[0] - by_x).abs() < 1e-8 && (slopes[1] - by_y).abs() < 1e-8,
            "{slopes:?} {by_x} {by_y}"
        );
    }
}
