//! From the sample to the business: the range of results at the number of customers that the design declares.
//!
//! Fewer customers are simulated than a large business has, and fewer customers have more luck. What the sample's luck has beyond the
//! business's own is known for each number from the halves of the sample (its *excess*): the mean square of the excess is the
//! variance that is too much. Deviations from the mean over trials are multiplied by
//!
//! ```text
//! s = √(1 − mean of excess² / variance)
//! ```
//!
//! which leaves the mean as it is, gives the variance of the business, and the shape of what was simulated. Where every customer is
//! simulated nothing changes. `s²` is known to a Monte Carlo error only, and is not negative: its expectation given both is taken (that of
//! a truncated normal), so that chance does not make a range vanish.

use super::kept::goal_at;
use super::ledger::ratio;
use super::moments::Moments;
use super::outcome::Outcome;
use super::trials::Trials;
use super::{Frame, Scalar, effect, goal, quantile};
use crate::random::normal;

/// Factors below this are known too badly for linear errors: then those of its range are taken.
const CLEAR: f64 = 0.2;

/// Errors by which the variance of a sum has to fall short of its halves' so that it is clear that they do not vary by themselves.
const TOGETHER: f64 = 4.0;

/// How far deviations from a mean shrink.
#[derive(Debug, Clone, PartialEq)]
pub struct Shrink {
    mean: f64,
    factor: f64,
    /// The factor a standard error lower and higher.
    between: [f64; 2],
    /// How far each trial moves the factor, times the number of trials; empty where nothing shrinks.
    influence: Vec<f64>,
}

impl Shrink {
    /// Nothing shrinks.
    pub const NONE: Self = Self { mean: 0.0, factor: 1.0, between: [1.0; 2], influence: Vec::new() };

    /// For the values of trials and the excess of each; both undefined in the same trials.
    pub fn of(values: &[f64], excess: &[f64]) -> Self {
        if excess.iter().all(|e| *e == 0.0 || e.is_nan()) {
            return Self::NONE;
        }
        let mean = values.iter().copied().collect::<Moments>().mean();
        let squares = |(value, excess): (&f64, &f64)| {
            let both = ((value - mean) * (value - mean), excess * excess);
            if both.0.is_finite() && both.1.is_finite() { both } else { (0.0, 0.0) }
        };
        let pairs: Vec<(f64, f64)> = values.iter().zip(excess).map(squares).collect();
        let total: f64 = pairs.iter().map(|(v, _)| v).sum();
        let part = pairs.iter().map(|(_, e)| e).sum::<f64>() / total;
        if !part.is_finite() {
            return Self::NONE;
        }
        // the error of a ratio of means
        let residuals = pairs.iter().map(|(v, e)| e - part * v);
        let error = residuals.clone().map(|r| r * r).sum::<f64>().sqrt() / total;
        // halves that differ by more than their sum varies were brought to it together: there is nothing to take out
        if part - 1.0 > TOGETHER * error {
            return Self::NONE;
        }
        let factor = |part: f64| not_negative(1.0 - part, error).0.sqrt().min(1.0);
        let count = values.iter().filter(|v| v.is_finite()).count() as f64;
        let slope = not_negative(1.0 - part, error).1;
        let per_residual = -count * slope / (2.0 * factor(part) * total);
        Self {
            mean,
            factor: factor(part),
            between: [factor(part + error), factor(part - error)],
            influence: residuals.map(|r| per_residual * r).collect(),
        }
    }

    /// From the variance of a number over trials and the mean square of its excess; the error of their ratio is that of normal numbers.
    pub fn of_moments(values: &Moments, squares: &Moments) -> Self {
        let part = squares.mean() / (values.sd() * values.sd());
        if part.is_nan() || part <= 0.0 {
            return Self::NONE;
        }
        let error = part * (2.0 / values.count() as f64 + 2.0 / squares.count() as f64).sqrt();
        let factor = not_negative(1.0 - part, error).0.sqrt().min(1.0);
        Self { mean: values.mean(), factor, between: [factor; 2], influence: Vec::new() }
    }

    /// What deviations are multiplied by, 0..=1.
    pub fn factor(&self) -> f64 {
        self.factor
    }

    /// A value at the real size.
    pub fn at(&self, value: f64) -> f64 {
        self.with(self.factor, value)
    }

    /// The value simulated that is this one at the real size, if the factor were a standard error lower and higher.
    pub fn before(&self, value: f64) -> [f64; 2] {
        self.between
            .map(|factor| if factor == 1.0 { value } else { self.mean + (value - self.mean) / factor })
    }

    /// The value simulated that is this one at the real size.
    pub fn simulated(&self, value: f64) -> f64 {
        if self.factor == 1.0 { value } else { self.mean + (value - self.mean) / self.factor }
    }

    /// Monte Carlo error of a quantile at the real size, of values simulated, also sorted: the quantile, the mean and the factor err together.
    pub fn quantile_error(&self, values: &[f64], sorted: &[f64], level: f64) -> f64 {
        let own = quantile::error(sorted, level);
        if self.influence.is_empty() {
            return own;
        }
        let at = quantile::of_sorted(sorted, level);
        if self.factor < CLEAR {
            let [low, high] = self.between.map(|factor| self.with(factor, at));
            return libm::hypot(self.factor * own, 0.5 * (high - low));
        }
        let count = sorted.len() as f64;
        let density = (level * (1.0 - level) / count).sqrt() / own;
        let moved = |(value, influence): (&f64, &f64)| {
            let below = if *value <= at { 1.0 } else { 0.0 };
            let quantile = self.factor * (level - below) / density;
            quantile + (at - self.mean) * influence + (1.0 - self.factor) * (value - self.mean)
        };
        let moved = values.iter().zip(&self.influence).filter(|(value, _)| value.is_finite()).map(moved);
        moved.map(|m| m * m).sum::<f64>().sqrt() / count
    }

    /// Monte Carlo error of a chance at the real size, given in which of the trials it happens as simulated, and what it would be if the
    /// factor were a standard error lower and higher.
    pub fn chance_error(&self, happens: &[bool], [low, high]: [f64; 2]) -> f64 {
        let gap = self.between[1] - self.between[0];
        let slope = if self.factor < CLEAR || gap <= 0.0 { 0.0 } else { (high - low) / gap };
        let count = happens.len() as f64;
        let share = happens.iter().filter(|yes| **yes).count() as f64 / count;
        let event = |yes: bool| if yes { 1.0 - share } else { -share };
        let moved = happens
            .iter()
            .enumerate()
            .map(|(i, yes)| event(*yes) + slope * self.influence.get(i).copied().unwrap_or(0.0));
        let error = moved.map(|m| m * m).sum::<f64>().sqrt() / count;
        if slope == 0.0 { libm::hypot(error, 0.5 * (high - low)) } else { error }
    }

    fn with(&self, factor: f64, value: f64) -> f64 {
        if factor == 1.0 { value } else { self.mean + factor * (value - self.mean) }
    }
}

/// What to expect of a number that is not negative and was measured with a normal `error`, and how that moves with the measurement.
fn not_negative(measured: f64, error: f64) -> (f64, f64) {
    let z = measured / error;
    // where it is clear, nothing is added; far below 0 the tail of the normal distribution is that of an exponential one
    if error == 0.0 || z > 8.0 {
        return (measured.max(0.0), 1.0);
    }
    if z < -8.0 {
        return (-error / z, 1.0 / (z * z));
    }
    let ratio = normal::density(z) / normal::cdf(z);
    (error * (z + ratio), 1.0 - z * ratio - ratio * ratio)
}

/// A headline number of trials of one design, at the real size.
pub fn scalar(outcomes: &[&Outcome], scalar: Scalar) -> Vec<f64> {
    if scalar != Scalar::PricePerSaved {
        return column(outcomes, scalar as usize);
    }
    let [costs, saved] = [Scalar::ProgramCost, Scalar::NetSaved].map(|part| column(outcomes, part as usize));
    costs.into_iter().zip(saved).map(|(cost, saved)| ratio(cost, saved)).collect()
}

/// What the metric of a goal came to in trials of one design, by place in the design, at the real size.
pub fn goal_value(outcomes: &[&Outcome], goal: usize) -> Vec<f64> {
    column(outcomes, goal_at(goal))
}

fn column(outcomes: &[&Outcome], place: usize) -> Vec<f64> {
    let at = |figures: &[f64]| figures.get(place).copied().unwrap_or(f64::NAN);
    let values: Vec<f64> = outcomes.iter().map(|o| at(&o.figures.numbers)).collect();
    let excess = outcomes.iter().map(|o| o.excess.as_ref().map_or(0.0, |excess| at(&excess.numbers)));
    let shrink = Shrink::of(&values, &excess.collect::<Vec<_>>());
    values.into_iter().map(|value| shrink.at(value)).collect()
}

/// All numbers of a run's trials at the real size. The month of payback is read off the cumulated effects, and a price is that of what was
/// spent and saved at this size: luck beneath the line of a ratio does not cancel out.
#[derive(Debug, Clone, Copy)]
pub struct AtRealSize<'c> {
    frame: &'c Frame,
    numbers: Both<'c>,
    effects: Both<'c>,
}

/// Numbers as simulated, and the excess of each.
type Both<'c> = [&'c Trials; 2];

impl<'c> AtRealSize<'c> {
    pub(super) fn of(frame: &'c Frame, numbers: Both<'c>, effects: Both<'c>) -> Self {
        Self { frame, numbers, effects }
    }

    /// One column in the order of the trials.
    pub fn column(&self, column: usize) -> Vec<f64> {
        if column == Scalar::PaybackMonth as usize {
            return self.paybacks().take(self.numbers[0].column(column).count()).collect();
        }
        if column == Scalar::PricePerSaved as usize {
            let [costs, saved] =
                [Scalar::ProgramCost, Scalar::NetSaved].map(|part| self.shrunk(part as usize));
            return costs.zip(saved).map(|(cost, saved)| ratio(cost, saved)).collect();
        }
        match column.checked_sub(goal_at(0)) {
            Some(place) if column < goal_at(self.frame.goals.len()) => {
                self.of_goal(place / goal::NUMBERS.len(), place % goal::NUMBERS.len())
            }
            _ => self.shrunk(column).collect(),
        }
    }

    fn shrunk(&self, column: usize) -> impl Iterator<Item = f64> + use<'c> {
        let shrink = Shrink { influence: Vec::new(), ..shrink(self.numbers, column) };
        self.numbers[0].column(column).map(move |value| shrink.at(value))
    }

    /// One of [`goal::NUMBERS`], what is reached judged anew.
    fn of_goal(&self, goal: usize, number: usize) -> Vec<f64> {
        let mut columns: [_; goal::NUMBERS.len()] =
            std::array::from_fn(|place| self.shrunk(goal_at(goal) + place));
        let rows = std::iter::from_fn(|| {
            let mut row = [f64::NAN; goal::NUMBERS.len()];
            for (value, column) in row.iter_mut().zip(&mut columns) {
                *value = column.next()?;
            }
            goal::judge(&mut row, self.frame.goals[goal].bound);
            Some(row[number])
        });
        rows.collect()
    }

    /// Rows in the order of the trials.
    pub fn rows(self) -> impl Iterator<Item = Vec<f64>> + use<'c> {
        let shrinks: Vec<Shrink> = (0..self.numbers[0].width())
            .map(|column| Shrink { influence: Vec::new(), ..shrink(self.numbers, column) })
            .collect();
        self.numbers[0].rows().zip(self.paybacks()).map(move |(mut row, payback)| {
            row.iter_mut().zip(&shrinks).for_each(|(value, shrink)| *value = shrink.at(*value));
            for (place, goal) in self.frame.goals.iter().enumerate() {
                let at = goal_at(place);
                goal::judge(&mut row[at..at + goal::NUMBERS.len()], goal.bound);
            }
            row[Scalar::PricePerSaved as usize] =
                ratio(row[Scalar::ProgramCost as usize], row[Scalar::NetSaved as usize]);
            row[Scalar::PaybackMonth as usize] = payback;
            row
        })
    }

    /// Months of payback, undefined where there is no program and so no path; without end.
    fn paybacks(self) -> impl Iterator<Item = f64> + use<'c> {
        let shrinks: Vec<Shrink> = (0..self.effects[0].width())
            .map(|column| Shrink { influence: Vec::new(), ..shrink(self.effects, column) })
            .collect();
        let month = move |mut path: Vec<f64>| {
            path.iter_mut().zip(&shrinks).for_each(|(value, shrink)| *value = shrink.at(*value));
            self.frame.launch.map_or(f64::NAN, |at| effect::payback(&path, at))
        };
        self.effects[0].rows().map(month).chain(std::iter::repeat(f64::NAN))
    }
}

/// How a column shrinks to the real size.
fn shrink([values, excess]: Both<'_>, column: usize) -> Shrink {
    Shrink::of(&values.column(column).collect::<Vec<_>>(), &excess.column(column).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests;
