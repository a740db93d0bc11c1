//! Figures of many panels, with their Monte Carlo errors.

use crate::summary::quantile;
use serde::Serialize;

/// A figure of all panels together.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figure {
    /// Its value.
    pub value: f64,
    /// Its Monte Carlo error, which more panels would reduce.
    pub mc_error: f64,
    /// 5 % quantile over the panels: how far one panel of this size can be off by chance.
    pub p5: f64,
    /// 95 % quantile over the panels.
    pub p95: f64,
}

/// Groups that are left out in turn to tell the error.
const GROUPS: usize = 50;

/// Panels, and their sums without each of some groups of them.
#[derive(Debug)]
pub struct Panels<P> {
    each: Vec<P>,
    /// All of them.
    pub all: P,
    without: Vec<P>,
}

impl<P: Clone> Panels<P> {
    /// Of at least one panel; `add` adds a panel to a sum, or takes it away.
    pub fn new(each: Vec<P>, none: &P, add: impl Fn(&mut P, &P, f64)) -> Self {
        let sum = |of: &[P]| {
            of.iter().fold(none.clone(), |mut sum, panel| {
                add(&mut sum, panel, 1.0);
                sum
            })
        };
        let all = sum(&each);
        let size = each.len().div_ceil(GROUPS).max(1);
        let without = each.chunks(size).map(|group| {
            let mut rest = all.clone();
            add(&mut rest, &sum(group), -1.0);
            rest
        });
        let without = without.collect();
        Self { each, all, without }
    }

    /// A figure of all, with the error by the jackknife (Quenouille 1956; Tukey 1958): ratios of sums are not means.
    pub fn figure(&self, of: impl Fn(&P) -> f64) -> Figure {
        let groups = self.without.len() as f64;
        let left: Vec<f64> = self.without.iter().map(&of).collect();
        let mean = left.iter().sum::<f64>() / groups;
        let squares: f64 = left.iter().map(|value| (value - mean) * (value - mean)).sum();
        let mut each: Vec<f64> = self.each.iter().map(&of).filter(|value| value.is_finite()).collect();
        each.sort_by(f64::total_cmp);
        Figure {
            value: of(&self.all),
            mc_error: libm::sqrt(squares * (groups - 1.0) / groups),
            p5: quantile::of_sorted(&each, 0.05),
            p95: quantile::of_sorted(&each, 0.95),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of a mean of as many values as there are groups, the jackknife is the standard error.
    #[test]
    fn the_error_of_a_mean_is_its_standard_error() {
        let values: Vec<(f64, f64)> = (0..20).map(|i| (f64::from(i), 1.0)).collect();
        let add = |sum: &mut (f64, f64), one: &(f64, f64), sign: f64| {
            sum.0 += sign * one.0;
            sum.1 += sign * one.1;
        };
        let found = Panels::new(values, &(0.0, 0.0), add).figure(|(sum, count)| sum / count);
        assert!((found.value - 9.5).abs() < 1e-12 && (found.mc_error - libm::sqrt(35.0 / 20.0)).abs() < 1e-9);
        assert!((found.p5 - 0.95).abs() < 1e-12 && (found.p95 - 18.05).abs() < 1e-12);
    }
}
