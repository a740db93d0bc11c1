//! Even points: a Kronecker sequence (multiples of irrational numbers on a circle), moved by a shift of its own in each dimension (Cranley
//! & Patterson 1976).
//!
//! Every point alone is uniform, so sums over points are right on average; together they are far more even than independent ones, in
//! each dimension and between them.

use super::{math, splitmix64};

/// Dimensions of a point.
pub const DIMENSIONS: usize = 7;

/// Steps on a circle of 2³²: the fractional parts of √2, ∛11, √19, ∛2, √13, √17 and √61. Of the roots of small primes these seven make points
/// that are most even in any two dimensions, for 60 to 1,500 points.
const STEPS: [u32; DIMENSIONS] =
    [1_779_033_705, 961_987_165, 1_541_459_225, 1_116_352_409, 2_600_822_925, 528_734_637, 3_479_995_861];

/// One coordinate of the points `first`, `first + step`, …, strictly between 0 and 1.
#[inline(always)]
pub fn fill(column: &mut [f32], dimension: usize, key: u64, [first, step]: [u32; 2]) {
    let shift = (splitmix64(key, dimension as u64) >> 32) as u32;
    let turn = STEPS[dimension].wrapping_mul(step);
    let from = shift.wrapping_add(STEPS[dimension].wrapping_mul(first));
    for (i, value) in column.iter_mut().enumerate() {
        *value = math::uniform(from.wrapping_add(turn.wrapping_mul(i as u32)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_roots() {
        let roots = [2.0, 19.0, 13.0, 17.0, 61.0].map(f64::sqrt);
        let cubic = [11.0, 2.0].map(f64::cbrt);
        let steps = [roots[0], cubic[0], roots[1], cubic[1], roots[2], roots[3], roots[4]];
        for (step, root) in STEPS.iter().zip(steps) {
            assert!((f64::from(*step) - root.fract() * 4_294_967_296.0).abs() <= 1.5, "{root}: odd");
        }
    }

    /// 500 points in 25 equal cells of any two dimensions: χ² is 8 on average and never beyond 24, which is the mean of independent points.
    #[test]
    fn points_are_even_in_any_two_dimensions() {
        let (mut sum, mut pairs) = (0.0, 0.0);
        for key in 0..10 {
            let columns: Vec<[f32; 500]> = (0..DIMENSIONS)
                .map(|dimension| {
                    let mut column = [0.0; 500];
                    fill(&mut column, dimension, key, [0, 1]);
                    column
                })
                .collect();
            for (a, b) in (0..DIMENSIONS).flat_map(|a| (0..a).map(move |b| (a, b))) {
                let mut cells = [0.0; 25];
                for (x, y) in columns[a].iter().zip(&columns[b]) {
                    cells[(x * 5.0) as usize * 5 + (y * 5.0) as usize] += 1.0;
                }
                let chi: f64 = cells.iter().map(|n| (n - 20.0) * (n - 20.0) / 20.0).sum();
                assert!(chi < 24.0, "{a} {b}: {chi}");
                (sum, pairs) = (sum + chi, pairs + 1.0);
            }
        }
        assert!(sum / pairs < 8.0, "{}", sum / pairs);
    }

    #[test]
    fn a_part_of_the_points_is_every_so_many_of_them() {
        let (mut all, mut part) = ([0.0; 30], [0.0; 9]);
        fill(&mut all, 2, 5, [0, 1]);
        fill(&mut part, 2, 5, [2, 3]);
        assert!(part.iter().enumerate().all(|(i, value)| *value == all[2 + 3 * i]));
    }
}
