//! Rank correlations between uncertain numbers, by a Gaussian copula.

use super::model::{Correlation, Design};
use super::numbers::NumberId;

/// The correlations contradict each other: no distribution has them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the correlations contradict each other: no numbers can have them all at once")]
pub struct NotPositiveDefinite {
    /// The first number, in the order of the register, that does not fit with those before it.
    pub at: NumberId,
}

/// Turns independent normal scores into correlated ones: the Cholesky factor of their correlation matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    ids: Vec<NumberId>,
    /// Lower triangle, row by row.
    rows: Vec<Vec<f64>>,
}

/// The factor of a design's correlations.
pub fn correlation_factor(design: &Design) -> Result<Factor, NotPositiveDefinite> {
    Factor::new(&design.correlations)
}

impl Factor {
    /// The factor of these correlations; pairs not named are uncorrelated.
    pub fn new(correlations: &[Correlation]) -> Result<Self, NotPositiveDefinite> {
        let mut ids: Vec<NumberId> = correlations.iter().flat_map(|c| [c.a, c.b]).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut matrix = identity(ids.len());
        for c in correlations {
            let (i, j) = (ids.partition_point(|id| *id < c.a), ids.partition_point(|id| *id < c.b));
            let pearson = pearson_from_rank(c.rank);
            (matrix[i][j], matrix[j][i]) = (pearson, pearson);
        }
        let rows = cholesky(&matrix).map_err(|i| NotPositiveDefinite { at: ids[i] })?;
        Ok(Self { ids, rows })
    }

    /// The numbers that are correlated with another, in the order of the register.
    pub fn ids(&self) -> &[NumberId] {
        &self.ids
    }

    /// Makes independent standard normal scores of [`Self::ids`] correlated; each stays standard normal.
    pub fn correlate(&self, scores: &mut [f64]) {
        // from the last to the first, so that each row still finds the independent scores it needs
        for (i, row) in self.rows.iter().enumerate().rev() {
            scores[i] = row.iter().zip(&*scores).map(|(weight, z)| weight * z).sum();
        }
    }
}

/// Pearson's correlation of two normal variables whose rank correlation (Spearman) is `rank`: 2·sin(π·rank/6)
/// (Pearson 1907).
fn pearson_from_rank(rank: f64) -> f64 {
    2.0 * libm::sin(std::f64::consts::PI * rank / 6.0)
}

fn identity(n: usize) -> Vec<Vec<f64>> {
    (0..n).map(|i| (0..n).map(|j| f64::from(u8::from(i == j))).collect()).collect()
}

/// Lower triangular L with L·Lᵀ = `matrix`, or the first row at which there is none. A number that follows from those before it, as
/// with a correlation of 1, has nothing left to itself: its diagonal entry is 0, and so is all below it.
fn cholesky(matrix: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, usize> {
    /// Less than this of a number's variance left to itself counts as none.
    const LEAST: f64 = 1e-9;
    /// A correlation with a number that has nothing left to itself follows from the others up to rounding.
    const ROUNDING: f64 = 1e-6;
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (i, given) in matrix.iter().enumerate() {
        let mut row = Vec::with_capacity(i + 1);
        for (j, earlier) in rows.iter().enumerate() {
            let known: f64 = earlier[..j].iter().zip(&row).map(|(a, b)| a * b).sum();
            let missing = given[j] - known;
            if earlier[j] == 0.0 && missing.abs() > ROUNDING {
                return Err(i);
            }
            row.push(if earlier[j] == 0.0 { 0.0 } else { missing / earlier[j] });
        }
        let left = given[i] - row.iter().map(|v| v * v).sum::<f64>();
        if left.is_nan() || left < -LEAST {
            return Err(i);
        }
        row.push(if left < LEAST { 0.0 } else { libm::sqrt(left) });
        rows.push(row);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(a: u32, b: u32, rank: f64) -> Correlation {
        Correlation { a: NumberId(a), b: NumberId(b), rank }
    }

    #[test]
    fn factor_times_its_transpose_is_the_matrix() {
        let factor = Factor::new(&[pair(7, 2, 0.5), pair(2, 9, -0.3), pair(7, 9, 0.2)]).unwrap();
        assert_eq!(factor.ids(), [NumberId(2), NumberId(7), NumberId(9)]);
        let entry = |i: usize, j: usize| -> f64 {
            factor.rows[i].iter().zip(&factor.rows[j]).map(|(a, b)| a * b).sum()
        };
        for (i, j, rank) in [(0, 1, 0.5), (0, 2, -0.3), (1, 2, 0.2)] {
            assert!((entry(i, j) - pearson_from_rank(rank)).abs() < 1e-14);
        }
        for i in 0..3 {
            assert!((entry(i, i) - 1.0).abs() < 1e-14);
        }
    }

    #[test]
    fn ranks_become_correlations_of_the_scores() {
        // 2·sin(π/12) = (√6 − √2)/2
        assert!((pearson_from_rank(0.5) - (6f64.sqrt() - 2f64.sqrt()) / 2.0).abs() < 1e-15);
        assert!((pearson_from_rank(-1.0) + 1.0).abs() < 1e-15);
    }

    #[test]
    fn contradictions_are_refused() {
        // a and b rise together, b and c too, but a and c oppose each other
        let refused = Factor::new(&[pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, -0.9)]);
        assert_eq!(refused, Err(NotPositiveDefinite { at: NumberId(2) }));
        // a follows from b, so c cannot be correlated with one of them only
        let refused = Factor::new(&[pair(0, 1, 1.0), pair(1, 2, 0.5)]);
        assert_eq!(refused, Err(NotPositiveDefinite { at: NumberId(2) }));
    }

    /// A rank correlation of 1 or −1 says that two numbers share their rank in every trial, or have opposite ones.
    #[test]
    fn numbers_may_follow_from_others() {
        for rank in [1.0, -1.0] {
            let factor = Factor::new(&[pair(3, 4, rank)]).unwrap();
            let mut scores = [0.7, -2.0];
            factor.correlate(&mut scores);
            assert!((scores[0] - 0.7).abs() < 1e-15 && (scores[1] - rank * 0.7).abs() < 1e-9, "{scores:?}");
        }
        let all = Factor::new(&[pair(0, 1, 1.0), pair(1, 2, 0.5), pair(0, 2, 0.5)]).unwrap();
        let mut scores = [0.7, -2.0, 0.0];
        all.correlate(&mut scores);
        assert!((scores[2] - pearson_from_rank(0.5) * 0.7).abs() < 1e-9, "{scores:?}");
    }

    #[test]
    fn no_correlations_make_an_empty_factor() {
        let factor = Factor::new(&[]).unwrap();
        factor.correlate(&mut []);
        assert!(factor.ids().is_empty());
    }
}
