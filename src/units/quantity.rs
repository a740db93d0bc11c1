//! Quantities that must not be mistaken for each other. In JSON each is its bare number.
//!
//! The columns of the engine are plain: [`crate::plan`] hands them over, [`crate::summary`] takes the sums back.

use serde::Serialize;
use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// Types that wrap a number, of which only like is added to like.
macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd, Serialize)]
        #[serde(transparent)]
        pub struct $name(f64);

        impl $name {
            /// Nothing of it.
            pub const NONE: Self = Self(0.0);

            /// So much of it.
            pub const fn new(value: f64) -> Self {
                Self(value)
            }

            /// The bare number.
            pub const fn get(self) -> f64 {
                self.0
            }

            /// Whether it is a number, and finite.
            pub fn is_finite(self) -> bool {
                self.0.is_finite()
            }

            /// In the order of numbers; what is not one comes last.
            pub fn total_cmp(&self, other: &Self) -> Ordering {
                self.0.total_cmp(&other.0)
            }

            /// Its size, whatever the sign.
            #[must_use]
            pub fn abs(self) -> Self {
                Self(self.0.abs())
            }

            /// The smaller of two; the other where one is not a number.
            #[must_use]
            pub fn min(self, other: Self) -> Self {
                Self(self.0.min(other.0))
            }

            /// The larger of two; the other where one is not a number.
            #[must_use]
            pub fn max(self, other: Self) -> Self {
                Self(self.0.max(other.0))
            }
        }

        impl Add for $name {
            type Output = Self;

            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;

            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;

            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;

            fn mul(self, times: f64) -> Self {
                Self(self.0 * times)
            }
        }

        impl Mul<$name> for f64 {
            type Output = $name;

            fn mul(self, of: $name) -> $name {
                $name(self * of.0)
            }
        }

        impl Div<f64> for $name {
            type Output = Self;

            fn div(self, parts: f64) -> Self {
                Self(self.0 / parts)
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
                Self(all.map(Self::get).sum())
            }
        }

        /// How many times the other.
        impl Div for $name {
            type Output = f64;

            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }
    )* };
}

quantities! {
    /// Money in the currency of the design.
    Money,
    /// A share, a chance or a relative change: 0.05 is 5 %.
    Share,
    /// A net promoter score or a difference of two, in points: −100..100.
    NpsScore,
    /// Loyalty points.
    Points,
    /// A span of time in months.
    Months,
}

impl Share {
    /// All of it.
    pub const WHOLE: Self = Self(1.0);

    /// The rest of the whole.
    #[must_use]
    pub fn complement(self) -> Self {
        Self(1.0 - self.0)
    }
}

impl NpsScore {
    /// Promoters less detractors as a share of all.
    pub fn balance(self) -> f64 {
        self.0 / 100.0
    }
}

/// A part of an amount.
impl Mul<Money> for Share {
    type Output = Money;

    fn mul(self, amount: Money) -> Money {
        Money(self.0 * amount.0)
    }
}
