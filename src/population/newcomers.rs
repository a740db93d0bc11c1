//! How newcomers stay, where a design knows it from a table of cohorts: the shape of the propensity to leave and how often needs change, such that newcomers and
//! the base lose what is declared.

use super::curve::{Curve, HazardGroup};
use crate::plan::{Left, Newcomers};
use crate::units::AnnualRate;

/// Rounds of the search.
const ROUNDS: usize = 25;
/// Among these the search looks for where to begin: α, and the share whose needs change in a year.
const BEGINNINGS: [[f64; 4]; 2] = [[0.2, 0.67, 2.0, 6.0], [0.1, 0.3, 0.6, 0.85]];
/// What α and the yearly share may be.
const BOUNDS: [[f64; 2]; 2] = [[0.05, 20.0], [0.002, 0.9]];
/// How far the numerical slopes reach.
const STEP: f64 = 1e-3;

/// What has been found.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// α of the propensity to leave.
    pub alpha: f64,
    /// Share of customers whose needs change in a month.
    pub renewal: f64,
    /// For each month declared: the month, the share declared and that found.
    pub points: Vec<(usize, f64, f64)>,
}

/// The α and the changes of needs by which newcomers stay as declared, by least squares (Levenberg 1944, Marquardt 1963), while the share `left` of today's base is
/// left, made up of `groups`. Those of `now` that the design states are kept. `curve` is made of α and the monthly share whose needs change.
pub fn fit(
    newcomers: &Newcomers,
    now: [f64; 2],
    (left, groups): (Left, &[HazardGroup]),
    mut curve: impl FnMut(f64, f64) -> Curve,
) -> Fitted {
    let free: Vec<usize> = (0..2).filter(|k| !newcomers.stated[*k]).collect();
    let mut off = |at: &[f64; 2]| -> Vec<f64> {
        let curve = curve(at[0], monthly(at[1]));
        let found = curve.survival_of_newcomers(curve.solve_beta(left, groups, None), groups);
        newcomers.points.iter().map(|(month, share)| found[month - 1] - share).collect()
    };
    let start = begin(&free, now, &mut off);
    let at = descend(&free, start, &mut off);
    let points = newcomers.points.iter().zip(off(&at));
    Fitted {
        alpha: at[0],
        renewal: monthly(at[1]),
        points: points.map(|((month, share), off)| (*month, *share, share + off)).collect(),
    }
}

/// Where the squares are least, from `at` on; what is not `free` stays.
fn descend(free: &[usize], mut at: [f64; 2], off: &mut impl FnMut(&[f64; 2]) -> Vec<f64>) -> [f64; 2] {
    let (mut damping, mut residuals) = (1e-2, off(&at));
    for _ in 0..ROUNDS {
        let slope = |k: &usize| -> Vec<f64> {
            let further = off(&moved(&at, &[(*k, STEP)]));
            further.iter().zip(&residuals).map(|(a, b)| (a - b) / STEP).collect()
        };
        let slopes: Vec<Vec<f64>> = free.iter().map(slope).collect();
        let step = damped(&slopes, &residuals, damping);
        let next = moved(&at, &free.iter().copied().zip(step).collect::<Vec<_>>());
        let theirs = off(&next);
        let gain = squares(&residuals) - squares(&theirs);
        if gain <= 0.0 {
            damping *= 10.0;
            continue;
        }
        (at, residuals, damping) = (next, theirs, damping * 0.2);
        if gain < 1e-12 {
            break;
        }
    }
    at
}

/// The best of some places to begin at; what is not `free` stays.
fn begin(free: &[usize], now: [f64; 2], off: &mut impl FnMut(&[f64; 2]) -> Vec<f64>) -> [f64; 2] {
    let choices = |k: usize| if free.contains(&k) { BEGINNINGS[k].to_vec() } else { vec![now[k]] };
    let (mut best, mut least) = (now, f64::INFINITY);
    for alpha in choices(0) {
        for change in choices(1) {
            let found = squares(&off(&[alpha, change]));
            if found < least {
                (best, least) = ([alpha, change], found);
            }
        }
    }
    best
}

fn squares(residuals: &[f64]) -> f64 {
    residuals.iter().map(|x| x * x).sum()
}

/// The share of a month from that of a year.
fn monthly(annual: f64) -> f64 {
    AnnualRate::new(annual).monthly().get()
}

/// A place with some of its coordinates moved: α by its logarithm, the share by its logit.
fn moved(at: &[f64; 2], by: &[(usize, f64)]) -> [f64; 2] {
    let mut next = *at;
    for (k, by) in by {
        let [low, high] = BOUNDS[*k];
        let to = match k {
            0 => at[0] * libm::exp(by.clamp(-1.0, 1.0)),
            _ => {
                let odds = at[1] / (1.0 - at[1]) * libm::exp(by.clamp(-1.5, 1.5));
                odds / (1.0 + odds)
            }
        };
        next[*k] = to.clamp(low, high);
    }
    next
}

/// The damped step of least squares in one or two coordinates.
fn damped(slopes: &[Vec<f64>], residuals: &[f64], damping: f64) -> Vec<f64> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let pull: Vec<f64> = slopes.iter().map(|slope| -dot(slope, residuals)).collect();
    let own = |k: usize| dot(&slopes[k], &slopes[k]) * (1.0 + damping) + 1e-12;
    match slopes.len() {
        0 => Vec::new(),
        1 => vec![pull[0] / own(0)],
        _ => {
            let (a, d, b) = (own(0), own(1), dot(&slopes[0], &slopes[1]));
            let determinant = a * d - b * b;
            vec![(d * pull[0] - b * pull[1]) / determinant, (a * pull[1] - b * pull[0]) / determinant]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::history::History;
    use super::super::quantile_table::Shapes;
    use super::*;

    const ALL: [HazardGroup; 1] = [HazardGroup { share: 1.0, multiple: 1.0, purchases: None, stratum: 0 }];

    fn left(share: f64) -> Left {
        Left { share, months: 12 }
    }

    fn curve(alpha: f64, renewal: f64) -> Curve {
        Curve::new(alpha, History::new(renewal, None), &mut Shapes::default())
    }

    /// What comes out of known parameters is found again: the shares to a thousandth, from two points or four.
    #[test]
    fn points_of_known_parameters_are_met() {
        for (alpha, change, retention) in
            [(0.67, 0.3, 0.7), (0.4, 0.5, 0.55), (1.5, 0.15, 0.85), (3.0, 0.6, 0.3)]
        {
            let known = curve(alpha, monthly(change));
            let known = known.survival_of_newcomers(known.solve_beta(left(retention), &ALL, None), &ALL);
            for months in [&[1, 12][..], &[1, 3, 6, 12]] {
                let points = months.iter().map(|month| (*month, known[month - 1])).collect();
                let newcomers = Newcomers { points, stated: [false; 2] };
                let fitted = fit(&newcomers, [0.67, 0.3], (left(retention), &ALL), curve);
                for (month, declared, found) in &fitted.points {
                    assert!((declared - found).abs() < 1e-3, "{alpha} {change}, {month}: {declared} {found}");
                }
            }
        }
    }

    /// What a design states is kept, and one point is met by what is left.
    #[test]
    fn what_is_stated_is_kept() {
        let newcomers = Newcomers { points: vec![(12, 0.5)], stated: [false, true] };
        let fitted = fit(&newcomers, [0.67, 0.4], (left(0.7), &ALL), curve);
        assert!((fitted.renewal - monthly(0.4)).abs() < 1e-12, "{fitted:?}");
        assert!((fitted.points[0].2 - 0.5).abs() < 1e-3 && fitted.alpha != 0.67, "{fitted:?}");
    }
}
