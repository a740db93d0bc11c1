//! Numbers of several segments that were estimated together, as a design writes it.

use nalgebra::{Cholesky, DMatrix};

/// Correlations are told a little weaker than they are, so that rounding cannot make them contradict each other; where some are left out, weaker
/// until they do not.
const WEAKER: f64 = 0.96;
/// Weaker ones are not worth a line.
const LEAST: f64 = 0.05;
/// How much room is left before correlations contradict each other.
const ROOM: f64 = 0.01;

/// A correlation as a design has it; nothing where it is not worth a line.
pub fn told(correlation: f64) -> Option<f64> {
    Some(WEAKER * correlation).filter(|strength| strength.abs() >= LEAST)
}

/// The strongest correlations between numbers that are `uncertain`, `most` of them, each told so weakly that all hold together.
pub fn strongest(correlations: &[Vec<f64>], uncertain: &[bool], most: usize) -> Vec<(usize, usize, f64)> {
    let n = uncertain.len();
    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    let mut all: Vec<(usize, usize, f64)> = pairs
        .filter(|(i, j)| uncertain[*i] && uncertain[*j])
        .filter_map(|(i, j)| Some((i, j, told(correlations[i][j])?)))
        .collect();
    all.sort_by(|a, b| b.2.abs().total_cmp(&a.2.abs()));
    all.truncate(most);
    while !hold_together(&all, n) {
        all.iter_mut().for_each(|(.., strength)| *strength *= WEAKER);
    }
    all.retain(|(.., strength)| strength.abs() >= LEAST);
    all.sort_by_key(|(i, j, _)| (*i, *j));
    all
}

/// Whether there can be such correlations of ranks: those of the normal numbers beneath them are a little stronger.
fn hold_together(pairs: &[(usize, usize, f64)], n: usize) -> bool {
    let mut matrix = DMatrix::<f64>::identity(n, n) * (1.0 - ROOM);
    for (i, j, rank) in pairs {
        let normal = 2.0 * libm::sin(std::f64::consts::PI / 6.0 * rank);
        matrix[(*i, *j)] = normal;
        matrix[(*j, *i)] = normal;
    }
    Cholesky::new(matrix).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two numbers that both follow a third and each other, of which one link is too weak to be told: the rest is told more weakly.
    #[test]
    fn what_is_told_holds_together() {
        let row = |a: f64, b: f64, c: f64| vec![a, b, c];
        let alike = [row(1.0, 0.72, 0.72), row(0.72, 1.0, 0.04), row(0.72, 0.04, 1.0)];
        assert!(!hold_together(&[(0, 1, 0.72), (0, 2, 0.72)], 3));
        let told = strongest(&alike, &[true; 3], 100);
        assert!(hold_together(&told, 3) && told.len() == 2 && told[0].2 > 0.6, "{told:?}");
        // what is certain goes with nothing
        assert_eq!(strongest(&alike, &[true, false, true], 100), [(0, 2, 0.96 * 0.72)]);
    }

    #[test]
    fn no_more_are_told_than_there_is_room_for() {
        let n = 32;
        let one = |i: usize, j: usize| if i == j { 1.0 } else { 0.5 };
        let all: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| one(i, j)).collect()).collect();
        let told = strongest(&all, &vec![true; n], 99);
        assert!(told.len() == 99 && hold_together(&told, n));
    }
}
