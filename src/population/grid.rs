//! Sums over the grid of propensities, in lanes so that they vectorise.

/// Lanes in which sums over the grid are taken; grids are multiples of four times as many.
pub const LANES: usize = 8;

/// The sum of values over the grid.
pub fn total(values: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (chunks, rest) = values.as_chunks::<LANES>();
    for values in chunks {
        for lane in 0..LANES {
            lanes[lane] += values[lane];
        }
    }
    lanes.iter().chain(rest).sum()
}

/// The sum of the products of two columns over the grid.
pub fn product(one: &[f64], other: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    for (one, other) in one.as_chunks::<LANES>().0.iter().zip(other.as_chunks::<LANES>().0) {
        for lane in 0..LANES {
            lanes[lane] += one[lane] * other[lane];
        }
    }
    lanes.iter().sum()
}
