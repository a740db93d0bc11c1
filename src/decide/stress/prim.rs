//! Scenario discovery: boxes of assumptions in which a program fails, by the patient rule induction method PRIM (Friedman & Fisher
//! 1999; Bryant & Lempert 2010).

use serde::Serialize;

/// Share of the points in the box that one step peels off.
const PEEL: f64 = 0.05;
/// A box holds at least this share of all points.
const LEAST: f64 = 0.05;
/// A bound is kept only if the density without it is lower by more than this many standard errors (one-sided 5 %), as in the
/// quasi-p-values of Bryant & Lempert (2010).
const WORTH: f64 = 1.645;
/// The most conditions of a box: more than these nobody can keep in mind, and they fit the sample, not the world.
const MOST_SIDES: usize = 4;

/// A side of a box: an interval of one coordinate, its ends as given by the points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Side {
    /// Which coordinate.
    pub coordinate: usize,
    /// Lower end, if it is bounded below.
    pub low: Option<f64>,
    /// Upper end, if it is bounded above.
    pub high: Option<f64>,
}

/// A box with what it holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Region {
    /// Its sides; coordinates that are not named are not bounded.
    pub sides: Vec<Side>,
    /// Share of all points in it: how probable it is.
    pub probability: f64,
    /// Share of its points that fail.
    pub density: f64,
    /// Share of all failures that lie in it.
    pub coverage: f64,
}

type Bounds = Vec<(f64, f64)>;

/// The box, of all those on the way of patient peeling, whose failures exceed most what a box of its size would hold by chance (weighted
/// relative accuracy; Lavrač, Flach & Zupan 1999); `None` if nothing fails or everything does. `points` have the same number of coordinates each.
pub fn prim(points: &[Vec<f64>], fails: &[bool]) -> Option<Region> {
    let dimensions = points.first()?.len();
    let failures = fails.iter().filter(|f| **f).count();
    if failures == 0 || failures == points.len() || dimensions == 0 {
        return None;
    }
    let mut bounds: Bounds = vec![(f64::NEG_INFINITY, f64::INFINITY); dimensions];
    let mut best = (score(points, fails, &bounds, failures), bounds.clone());
    while let Some(next) = peel(points, fails, &bounds) {
        bounds = next;
        let now = score(points, fails, &bounds, failures);
        if now > best.0 {
            best = (now, bounds.clone());
        }
    }
    Some(region(points, fails, &pruned(points, fails, best.1)))
}

/// Whether a point lies in the box.
pub fn holds(region: &Region, point: &[f64]) -> bool {
    let inside = |side: &Side| {
        let value = point[side.coordinate];
        side.low.is_none_or(|low| value >= low) && side.high.is_none_or(|high| value <= high)
    };
    region.sides.iter().all(inside)
}

fn inside(point: &[f64], bounds: &Bounds) -> bool {
    point.iter().zip(bounds).all(|(value, (low, high))| value >= low && value <= high)
}

/// Points in the box and failures among them.
fn counts(points: &[Vec<f64>], fails: &[bool], bounds: &Bounds) -> (usize, usize) {
    let within = points.iter().zip(fails).filter(|(point, _)| inside(point, bounds));
    within.fold((0, 0), |(all, bad), (_, fails)| (all + 1, bad + usize::from(*fails)))
}

fn score(points: &[Vec<f64>], fails: &[bool], bounds: &Bounds, failures: usize) -> f64 {
    let (all, bad) = counts(points, fails, bounds);
    bad as f64 - all as f64 * failures as f64 / points.len() as f64
}

/// The box without the slice whose loss raises the density most; `None` if it would become too small or nothing helps.
fn peel(points: &[Vec<f64>], fails: &[bool], bounds: &Bounds) -> Option<Bounds> {
    let mut best: Option<(f64, Bounds)> = None;
    for coordinate in 0..bounds.len() {
        let mut values: Vec<f64> =
            points.iter().filter(|p| inside(p, bounds)).map(|p| p[coordinate]).collect();
        values.sort_unstable_by(f64::total_cmp);
        let cut = ((values.len() as f64 * PEEL).ceil() as usize).max(1);
        if values.len() <= 2 * cut || ((values.len() - cut) as f64) < LEAST * points.len() as f64 {
            return best.map(|(_, bounds)| bounds);
        }
        let ends =
            [(values[cut], bounds[coordinate].1), (bounds[coordinate].0, values[values.len() - 1 - cut])];
        for end in ends {
            let mut next = bounds.clone();
            next[coordinate] = end;
            let (all, bad) = counts(points, fails, &next);
            let density = bad as f64 / all.max(1) as f64;
            if all > 0 && best.as_ref().is_none_or(|(other, _)| density > *other) {
                best = Some((density, next));
            }
        }
    }
    best.map(|(_, bounds)| bounds)
}

/// Without the bounds that hardly matter, the least important first.
fn pruned(points: &[Vec<f64>], fails: &[bool], mut bounds: Bounds) -> Bounds {
    loop {
        let (all, bad) = counts(points, fails, &bounds);
        let density = bad as f64 / all.max(1) as f64;
        let lower = (0..bounds.len()).filter(|c| bounds[*c].0.is_finite()).map(|c| (c, true));
        let upper = (0..bounds.len()).filter(|c| bounds[*c].1.is_finite()).map(|c| (c, false));
        let sides: Vec<(usize, bool)> = lower.chain(upper).collect();
        // How far, in standard errors, the box is denser than without one of its sides.
        let worth = |next: &Bounds| {
            let (all_next, bad_next) = counts(points, fails, next);
            let without = bad_next as f64 / all_next.max(1) as f64;
            (density - without) / (without * (1.0 - without) / all.max(1) as f64).sqrt().max(1e-9)
        };
        let candidates = sides.iter().map(|&(coordinate, lower)| {
            let mut next = bounds.clone();
            match lower {
                true => next[coordinate].0 = f64::NEG_INFINITY,
                false => next[coordinate].1 = f64::INFINITY,
            }
            (worth(&next), next)
        });
        match candidates.min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((least, next)) if least < WORTH || sides.len() > MOST_SIDES => bounds = next,
            _ => return bounds,
        }
    }
}

fn region(points: &[Vec<f64>], fails: &[bool], bounds: &Bounds) -> Region {
    let (all, bad) = counts(points, fails, bounds);
    let failures = fails.iter().filter(|f| **f).count();
    let side = |(coordinate, (low, high)): (usize, &(f64, f64))| {
        let finite = |value: f64| Some(value).filter(|v| v.is_finite());
        Some(Side { coordinate, low: finite(*low), high: finite(*high) })
            .filter(|s| s.low.is_some() || s.high.is_some())
    };
    Region {
        sides: bounds.iter().enumerate().filter_map(side).collect(),
        probability: all as f64 / points.len() as f64,
        density: bad as f64 / all.max(1) as f64,
        coverage: bad as f64 / failures.max(1) as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Purpose, StreamKey};
    use rand::RngExt;

    fn cube(count: u64, dimensions: usize) -> Vec<Vec<f64>> {
        let point = |trial| {
            let mut rng = StreamKey { seed: 9, trial, a: 0, b: 0, purpose: Purpose::Search }.rng();
            (0..dimensions).map(|_| rng.random::<f64>()).collect()
        };
        (0..count).map(point).collect()
    }

    #[test]
    fn a_known_box_is_found() {
        let points = cube(2000, 6);
        let fails: Vec<bool> = points.iter().map(|p| p[1] > 0.7 && p[4] < 0.4).collect();
        let found = prim(&points, &fails).unwrap();
        let sides: Vec<usize> = found.sides.iter().map(|s| s.coordinate).collect();
        assert_eq!(sides, [1, 4], "{found:?}");
        // Steps of 5 % miss an edge by at most one step of what was left: 0.05 here.
        assert!(
            (found.sides[0].low.unwrap() - 0.7).abs() < 0.05 && found.sides[0].high.is_none(),
            "{found:?}"
        );
        assert!(
            (found.sides[1].high.unwrap() - 0.4).abs() < 0.05 && found.sides[1].low.is_none(),
            "{found:?}"
        );
        assert!(found.density > 0.85 && found.coverage > 0.85);
        assert_eq!(points.iter().filter(|p| holds(&found, p)).count() as f64 / 2000.0, found.probability);
    }

    #[test]
    fn where_nothing_or_everything_fails_there_is_no_box() {
        let points = cube(50, 2);
        assert!(prim(&points, &[false; 50]).is_none() && prim(&points, &[true; 50]).is_none());
        assert!(prim(&[], &[]).is_none());
    }
}
