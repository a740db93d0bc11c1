//! What would change the verdict: the value of a decisive number at which the program only just meets its goal of money.

use super::attribution::Driver;
use super::lab::Played;
use crate::design::{Design, NumberId};
use crate::units::Share;

/// A number and the value at which the verdict turns.
#[derive(Debug, Clone, PartialEq)]
pub struct Turning {
    /// The number.
    pub number: NumberId,
    /// Its value there, with the other numbers as uncertain as they are.
    pub threshold: f64,
    /// Whether the goal is met above it, or below.
    pub above: bool,
    /// Share of the trials on the wrong side.
    pub wrong: Share,
}

/// A slope must be so many standard errors from nothing.
const CLEAR: f64 = 3.0;

/// The turning points of the drivers, in their order; those whose line does not cross zero within the values tried are left out.
pub fn turning_points(design: &Design, run: &Played, margins: &[f64], drivers: &[Driver]) -> Vec<Turning> {
    let place = |id: NumberId| design.numbers.iter().position(|(other, _)| other == id);
    let of = |driver: &Driver| {
        let at = place(driver.number)?;
        let values: Vec<f64> = run.truths.iter().map(|truth| truth[at]).collect();
        let (threshold, above) = crossing(&values, margins)?;
        let wrong = values.iter().filter(|v| (**v > threshold) != above).count() as f64;
        Some(Turning {
            number: driver.number,
            threshold,
            above,
            wrong: Share::new(wrong / values.len() as f64),
        })
    };
    drivers.iter().filter_map(of).collect()
}

/// Where the straight line of `margins` over `values` crosses zero, and whether it rises; `None` where its slope is not distinguishable from
/// nothing, or it crosses outside the values.
fn crossing(values: &[f64], margins: &[f64]) -> Option<(f64, bool)> {
    let pairs: Vec<(f64, f64)> =
        values.iter().copied().zip(margins.iter().copied()).filter(|(_, m)| m.is_finite()).collect();
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|p| p.0), mean(|p| p.1));
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let (xx, xy) = (sum(&|p| (p.0 - x) * (p.0 - x)), sum(&|p| (p.0 - x) * (p.1 - y)));
    if n < 20.0 || xx <= 0.0 {
        return None;
    }
    let slope = xy / xx;
    let rest = sum(&|p| (p.1 - y - slope * (p.0 - x)).powi(2)) / (n - 2.0);
    let threshold = x - y / slope;
    let (least, most) =
        pairs.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), p| (a.min(p.0), b.max(p.0)));
    let clear = slope.abs() > CLEAR * (rest / xx).sqrt();
    (clear && threshold > least && threshold < most).then_some((threshold, slope > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_turns_where_it_crosses_zero() {
        let values: Vec<f64> = (0..100).map(f64::from).collect();
        let wave = |i: usize| if i.is_multiple_of(2) { 1.0 } else { -1.0 };
        let rising: Vec<f64> = values.iter().enumerate().map(|(i, v)| 2.0 * (v - 40.0) + wave(i)).collect();
        let (threshold, above) = crossing(&values, &rising).unwrap();
        assert!((threshold - 40.0).abs() < 0.1 && above, "{threshold}");
        let falling: Vec<f64> = rising.iter().map(|v| -v).collect();
        assert!(!crossing(&values, &falling).unwrap().1);
    }

    #[test]
    fn nothing_turns_beyond_the_values_tried_or_without_a_slope() {
        let values: Vec<f64> = (0..100).map(f64::from).collect();
        let above: Vec<f64> = values.iter().map(|v| v + 10.0).collect();
        assert_eq!(crossing(&values, &above), None);
        let flat: Vec<f64> = (0..100).map(|i| if i % 2 == 0 { 1.0 } else { -1.0 }).collect();
        assert_eq!(crossing(&values, &flat), None);
    }
}
