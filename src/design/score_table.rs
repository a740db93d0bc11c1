//! A distribution's values tabulated against standard normal scores.

use super::distribution::pert;
use crate::random::normal;

/// Scores of uniform numbers with 52 bits lie within ±8.3; correlated ones beyond are held at the ends.
const LAST: f64 = 8.5;
const STEPS_PER_UNIT: f64 = 8.0;
const POINTS: usize = 137;

/// Values at equally spaced scores, joined by cubics with the exact slopes (Hermite interpolation): the error is below
/// a millionth of the width.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ScoreTable {
    /// Value, and change of the value over one step.
    points: Vec<(f64, f64)>,
}

impl ScoreTable {
    /// The table of a PERT with `low < high`.
    pub(super) fn of_pert(low: f64, mode: f64, high: f64) -> Self {
        let (beta, width) = (pert(low, mode, high), high - low);
        let points = (0..POINTS).map(|i| {
            let z = i as f64 / STEPS_PER_UNIT - LAST;
            let x = beta.quantile(normal::cdf(z), normal::cdf(-z));
            let density = beta.density(x);
            // at an end without density the value no longer moves
            let slope = if density > 0.0 { normal::density(z) / density } else { 0.0 };
            (low + width * x, width * slope / STEPS_PER_UNIT)
        });
        Self { points: points.collect() }
    }

    /// The value with the rank of `score`.
    pub(super) fn at(&self, score: f64) -> f64 {
        let position = (score.clamp(-LAST, LAST) + LAST) * STEPS_PER_UNIT;
        let before = (position as usize).min(POINTS - 2);
        let t = position - before as f64;
        let ((left, leaving), (right, arriving)) = (self.points[before], self.points[before + 1]);
        let rise = right - left;
        let value = left
            + t * (leaving
                + t * (3.0 * rise - 2.0 * leaving - arriving + t * (leaving + arriving - 2.0 * rise)));
        value.clamp(left, right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Distribution;
    use crate::units::Range;

    #[test]
    fn the_table_agrees_with_the_distribution() {
        let any = Range { min: f64::NEG_INFINITY, max: f64::INFINITY };
        for (low, mode, high) in
            [(0.0, 0.5, 1.0), (0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (-3.0, -2.9, 5.0), (0.35, 0.6, 0.85)]
        {
            let (table, distribution) =
                (ScoreTable::of_pert(low, mode, high), Distribution::Pert { low, mode, high });
            for i in -2_800..2_800 {
                let z = f64::from(i) / 337.0;
                let error = (table.at(z) - distribution.at_score(z, any)) / (high - low);
                assert!(error.abs() < 1e-6, "{low} {mode} {high} at {z}: {error:e}");
            }
        }
    }

    #[test]
    fn a_higher_score_never_gives_a_lower_value() {
        let table = ScoreTable::of_pert(0.0, 0.1, 1.0);
        let values: Vec<_> = (-9_000..9_000).map(|i| table.at(f64::from(i) / 1_000.0)).collect();
        assert!(values.is_sorted());
        assert!(values[0] >= 0.0 && values[values.len() - 1] <= 1.0);
    }
}
