//! Sums over the customers of a block: always taken in the same order, whatever the width of the machine's vectors.

use crate::random::ROWS;

/// Lanes in which single-precision terms are added before they join a double-precision sum.
pub const LANES: usize = 16;

/// The first `n` rows of a column in groups of [`LANES`]; `n` is a multiple of them.
#[inline(always)]
pub fn groups<T>(column: &[T; ROWS], n: usize) -> &[[T; LANES]] {
    column[..n.min(ROWS)].as_chunks().0
}

/// Sums of `K` terms, taken in one pass over all groups: additions of one term do not wait for those of another.
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
