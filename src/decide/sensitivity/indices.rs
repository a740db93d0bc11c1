//! Sobol' indices from a sample in Saltelli's scheme.

use crate::summary::interval::{self, Z95};
use crate::summary::moments::Moments;
use crate::units::Share;
use serde::Serialize;

/// Of the variance simulated this much is left at least when the excess is taken off: where nearly all of it is, its own error decides.
const LEAST: f64 = 0.01;

/// What a model came to in each row of a sample. A row has two independent points *a* and *b*, and for each input a point that is *a* with
/// that input taken from *b*.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sample {
    /// Results at *a*.
    pub a: Vec<f64>,
    /// Results at *b*.
    pub b: Vec<f64>,
    /// For each input, the results at *a* with this input from *b*.
    pub mixed: Vec<Vec<f64>>,
    /// By how much the luck that samples of customers have beyond the business's own moves each of these; `None` where it moves nothing.
    pub excess: Option<Box<Self>>,
}

/// A share of the variance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Index {
    /// The estimate. Small shares may come out slightly below 0.
    pub value: Share,
    /// Its Monte Carlo error, as if the rows were independent: even samples err less.
    pub mc_error: Share,
    /// Lower end of the 95 % interval, not below 0.
    pub low: Share,
    /// Upper end, not above 1.
    pub high: Share,
}

impl Index {
    /// The same with an estimate that is possible: none below nothing, and no more than `most`.
    pub(super) fn at_most(self, most: Share) -> Self {
        Self { value: self.value.max(Share::NONE).min(most), ..self }
    }
}

/// The two indices of an input.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Indices {
    /// First order: what the variance would shrink by, on average, if this input alone were known (Sobol' 1993).
    pub first: Index,
    /// Total: what would be left of the variance if everything else were known (Homma & Saltelli 1996).
    pub total: Index,
}

impl Sample {
    /// Rows.
    pub fn rows(&self) -> usize {
        self.a.len()
    }

    /// The first rows of it.
    pub fn prefix(&self, rows: usize) -> Self {
        self.rows_of(&(0..rows).collect::<Vec<_>>())
    }

    /// The rows in which every result is defined.
    pub fn defined(&self) -> Self {
        let whole = |row: usize| {
            let all = [&self.a, &self.b].into_iter().chain(&self.mixed);
            all.into_iter().all(|values| values[row].is_finite())
        };
        let rows: Vec<usize> = (0..self.rows()).filter(|row| whole(*row)).collect();
        self.rows_of(&rows)
    }

    fn rows_of(&self, rows: &[usize]) -> Self {
        let cut = |values: &Vec<f64>| rows.iter().map(|row| values[*row]).collect();
        Self {
            a: cut(&self.a),
            b: cut(&self.b),
            mixed: self.mixed.iter().map(cut).collect(),
            excess: self.excess.as_ref().map(|excess| Box::new(excess.rows_of(rows))),
        }
    }

    /// The indices of every input; `None` where nothing varies or there are fewer than two rows.
    ///
    /// First order after Saltelli et al. (2010), total after Jansen (1999): with V the variance of all *a* and *b*,
    /// S = mean(b·(m − a))/V and T = mean((a − m)²)/2V, results less their mean. Errors by the delta method. The squares of the excess
    /// are taken off the squares, so that the shares are of the variance of the business as it is.
    pub fn indices(&self) -> Option<Vec<Indices>> {
        let points: Moments = self.a.iter().chain(&self.b).copied().collect();
        let (mean, count) = (points.mean(), points.count() as f64);
        let simulated = points.sd() * points.sd() * (count - 1.0) / count;
        let luck = |of: fn(&Self) -> &Vec<f64>, row: usize| self.excess.as_ref().map_or(0.0, |e| of(e)[row]);
        let lucks = |row: usize| [luck(|s| &s.a, row), luck(|s| &s.b, row)];
        let squared = |row: usize| lucks(row).iter().map(|e| e * e).sum::<f64>();
        let excess = (0..self.rows()).map(squared).sum::<f64>() / count;
        let variance = (simulated - excess).max(LEAST * simulated);
        if self.rows() < 2 || variance.is_nan() || variance <= 0.0 {
            return None;
        }
        let everything = [&self.a, &self.b].into_iter().chain(&self.mixed).flatten();
        let centre = everything.copied().collect::<Moments>().mean();
        let squares = |row: usize| {
            let (a, b) = (self.a[row] - mean, self.b[row] - mean);
            (a * a + b * b - squared(row)) / (2.0 * variance)
        };
        let of = |(place, mixed): (usize, &Vec<f64>)| {
            let first = |row: usize| (self.b[row] - centre) * (mixed[row] - self.a[row]) / variance;
            let gap = |row: usize| self.a[row] - mixed[row];
            let by_luck = |row: usize| {
                self.excess.as_ref().map_or(0.0, |excess| excess.a[row] - excess.mixed[place][row])
            };
            let total = |row: usize| (gap(row) * gap(row) - by_luck(row) * by_luck(row)) / (2.0 * variance);
            Indices { first: self.index(&first, &squares), total: self.index(&total, &squares) }
        };
        Some(self.mixed.iter().enumerate().map(of).collect())
    }

    /// The mean of `part` over the rows, with the error of a ratio whose denominator is the mean of `squares`.
    fn index(&self, part: &dyn Fn(usize) -> f64, squares: &dyn Fn(usize) -> f64) -> Index {
        let value = (0..self.rows()).map(part).collect::<Moments>().mean();
        let influence = (0..self.rows()).map(|row| part(row) - value * squares(row));
        let mc_error = influence.collect::<Moments>().standard_error();
        let (low, high) = interval::normal(value, mc_error, Z95);
        let [value, mc_error, low, high] =
            [value, mc_error, low.clamp(0.0, 1.0), high.clamp(0.0, 1.0)].map(Share::new);
        Index { value, mc_error, low, high }
    }
}

#[cfg(test)]
#[path = "indices_tests.rs"]
mod tests;
