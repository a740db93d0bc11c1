//! Sums over the customers of a block: always taken in the same order, whatever the width of the machine's vectors.

use crate::random::ROWS;

/// Lanes in which terms are added before they join.
pub const LANES: usize = 16;

/// The first `n` rows of a column in groups of [`LANES`]; `n` is a multiple of them.
#[inline(always)]
pub fn groups<T>(column: &[T; ROWS], n: usize) -> &[[T; LANES]] {
    column[..n.min(ROWS)].as_chunks().0
}

/// Sums of `K` terms that are whole numbers, taken in one pass over all groups: additions of one term do not wait for those of another.
#[inline(always)]
pub fn totals<const K: usize>(groups: usize, terms: impl Fn(usize, usize) -> [f32; K]) -> [f64; K] {
    let mut lanes = [[0.0f32; LANES]; K];
    for group in 0..groups {
        for lane in 0..LANES {
            let terms = terms(group, lane);
            for k in 0..K {
                lanes[k][lane] += terms[k];
            }
        }
    }
    let mut sums = [0.0; K];
    for k in 0..K {
        sums[k] = across(&lanes[k]);
    }
    sums
}

/// How finely the terms of a sum are taken, so that the sum does not depend on their order: multiples of a power of two are added without
/// rounding as long as the sum is less than 2^51 of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grain {
    /// Added to a term and taken off again, it leaves the multiple nearest to the term.
    rounds: f64,
}

impl Default for Grain {
    fn default() -> Self {
        Self::ONE
    }
}

impl Grain {
    /// For terms of about 1.
    pub const ONE: Self = Self { rounds: 1.5 * (1u64 << 24) as f64 };
    /// For sums of whole numbers and parts of them, points above all.
    pub const WHOLE: Self = Self { rounds: 1.5 * (1u64 << 38) as f64 };

    /// For terms of about `size`, a positive number: each is rounded by less than 2^−28 of it, a sixteenth of what single precision
    /// takes off it anyway, and a sum may be eight million times as large.
    pub fn of(size: f64) -> Self {
        let magnitude = if size > 0.0 && size.is_finite() { libm::ilogb(size) } else { 0 };
        Self { rounds: libm::scalbn(Self::ONE.rounds, magnitude) }
    }

    /// The multiple nearest to a term.
    #[inline(always)]
    pub fn round(self, term: f32) -> f64 {
        (f64::from(term) + self.rounds) - self.rounds
    }
}

/// Sums of `K` terms, each with its grain, that are the same whichever rows the terms stand in.
#[inline(always)]
pub fn unordered<const K: usize>(
    groups: usize,
    grains: [Grain; K],
    terms: impl Fn(usize, usize) -> [f32; K],
) -> [f64; K] {
    let mut lanes = [[0.0f64; LANES]; K];
    for group in 0..groups {
        for lane in 0..LANES {
            let terms = terms(group, lane);
            for k in 0..K {
                lanes[k][lane] += grains[k].round(terms[k]);
            }
        }
    }
    lanes.map(|lanes| lanes.iter().sum())
}

/// The sum of a column of any length, in double precision from the first term on.
#[inline(always)]
pub fn exact_total(column: &[f32]) -> f64 {
    let (groups, rest) = column.as_chunks::<{ LANES / 2 }>();
    let mut lanes = [0.0; LANES / 2];
    for group in groups {
        for (lane, x) in lanes.iter_mut().zip(group) {
            *lane += f64::from(*x);
        }
    }
    let rest: f64 = rest.iter().map(|x| f64::from(*x)).sum();
    lanes.iter().sum::<f64>() + rest
}

/// The sum of products, row by row, of two columns whose length is a multiple of [`LANES`].
#[inline(always)]
pub fn product_total(x: &[f32], y: &[f64]) -> f64 {
    let groups = x.as_chunks::<{ LANES / 2 }>().0.iter().zip(y.as_chunks::<{ LANES / 2 }>().0);
    let mut lanes = [0.0; LANES / 2];
    for (x, y) in groups {
        for lane in 0..LANES / 2 {
            lanes[lane] += f64::from(x[lane]) * y[lane];
        }
    }
    lanes.iter().sum()
}

/// How many of `n` rows are such.
#[inline(always)]
pub fn heads(n: usize, such: impl Fn(usize) -> bool) -> f64 {
    let mut heads = 0u32;
    for i in 0..n.min(ROWS) {
        heads += u32::from(such(i));
    }
    f64::from(heads)
}

/// The sum of whole numbers.
#[inline(always)]
pub fn whole(column: &[i32]) -> i64 {
    column.iter().map(|x| i64::from(*x)).sum()
}

/// The sum of the lanes, half onto half. Not inlined: the compiler would take the lanes of several sums together, one by one.
#[inline(never)]
fn across(lanes: &[f32; LANES]) -> f64 {
    let mut wide: [f64; LANES / 2] =
        std::array::from_fn(|k| f64::from(lanes[k]) + f64::from(lanes[k + LANES / 2]));
    for half in [LANES / 4, LANES / 8, LANES / 16] {
        for lane in 0..half {
            wide[lane] += wide[lane + half];
        }
    }
    wide[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Law: sums of money are the same to the last bit in any order of rows, and as near to the exact sum as the grain says.
    #[test]
    fn sums_do_not_depend_on_the_order_of_rows() {
        for size in [0.003, 1.0, 40.0, 2.5e6] {
            let n = 60 * LANES;
            let term = |i: usize| (size * (1.0 + ((i * 7919) % 1013) as f64 / 97.0)) as f32;
            let column: [f32; ROWS] = std::array::from_fn(|i| if i < n { term(i) } else { 0.0 });
            let moved: [f32; ROWS] =
                std::array::from_fn(|i| if i < n { term((i * 331 + 7) % n) } else { 0.0 });
            let grain = Grain::of(size);
            let [a, b] = [column, moved].map(|column| {
                let column = groups(&column, n);
                unordered(n / LANES, [grain], |g, l| [column[g][l]])[0]
            });
            let exact: f64 = (0..n).map(|i| f64::from(term(i))).sum();
            assert!(a == b && (a - exact).abs() < n as f64 * size * 3.8e-9, "{size}: {a} {b} {exact}");
        }
    }

    #[test]
    fn sums_are_those_of_plain_loops() {
        let column: [f32; ROWS] = std::array::from_fn(|i| ((i * 37) % 101) as f32 - 50.0);
        let n = 10 * LANES;
        let plain: f64 = column[..n].iter().map(|x| f64::from(*x)).sum();
        assert_eq!(
            exact_total(&column[..n + 3]),
            plain + column[n..n + 3].iter().map(|x| f64::from(*x)).sum::<f64>()
        );
        let column_groups = groups(&column, n);
        let [sum, squares] = totals(n / LANES, |g, l| [column_groups[g][l], column_groups[g][l].powi(2)]);
        assert_eq!(sum, plain);
        assert_eq!(squares, column[..n].iter().map(|x| f64::from(x * x)).sum::<f64>());
        let doubled: Vec<f64> = column[..n].iter().map(|x| 2.0 * f64::from(*x)).collect();
        assert_eq!(product_total(&column[..n], &doubled), 2.0 * squares);
        assert_eq!(heads(n, |i| column[i] > 0.0), column[..n].iter().filter(|x| **x > 0.0).count() as f64);
        assert_eq!(whole(&[1 << 30; 40]), 40 << 30);
    }
}
