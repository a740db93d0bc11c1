//! Customers of the pilot whose hazards change alike: what the propensity to leave is solved on.

use super::diary::PILOT;
use super::measures::PERIOD;
use crate::plan::Contract;
use crate::population::{HazardGroup, MONTHS};

/// Squared coefficient of variation of the multiples up to which halves of the pilot are even enough.
const EVEN: f64 = 0.16;
/// Buyers of about as many purchases.
const NEIGHBOURS: usize = 20;
/// Those of them who are taken together.
const BUYERS: usize = 5;

/// What multiplies the hazard of a month, from sums over so many months: parts of the customers and their multiples. In each of a few parts, in
/// the order of the multiples, two points have its mean, variance and skewness (Gauss's quadrature). Strata by purchase rate are parts of their own.
pub fn typical(sums: &[[f64; PILOT]], months: usize, strata: usize) -> Vec<HazardGroup> {
    let each = PILOT / strata;
    let groups = (0..strata).flat_map(|stratum| {
        let here = stratum * each..(stratum + 1) * each;
        let sums = sums.iter().flat_map(|sums| &sums[here.clone()]);
        let multiples = sums.map(|sum| (sum / months as f64).max(1e-4)).collect();
        of_stratum(multiples, strata == 1).into_iter().map(move |(share, multiple)| HazardGroup {
            share: share / strata as f64,
            multiple,
            purchases: None,
            stratum,
        })
    });
    groups.collect()
}

/// Every customer's multiples of a year as a contract weighs them, for each month in which his term may end first; from those of each quarter and of the whole year.
pub fn at_renewals(quarters: &[[f64; PILOT]], year: &[f64; PILOT], contract: &Contract) -> Vec<[f64; PILOT]> {
    let first = (0..contract.months.min(MONTHS)).map(|first| {
        let ends: Vec<usize> = (first..MONTHS).step_by(contract.months).map(|month| month / PERIOD).collect();
        let scale = MONTHS as f64 / (PERIOD * ends.len()) as f64;
        std::array::from_fn(|i| {
            let at_ends: f64 = ends.iter().map(|quarter| quarters[*quarter][i]).sum();
            contract.within * year[i] + (1.0 - contract.within) * scale * at_ends
        })
    });
    first.collect()
}

/// Shares and multiples of the customers of a stratum.
fn of_stratum(mut sorted: Vec<f64>, is_whole: bool) -> Vec<(f64, f64)> {
    sorted.sort_by(f64::total_cmp);
    let count = sorted.len();
    let [low, high] = [sorted[0], sorted[count - 1]];
    if high - low < 1e-5 {
        return vec![(1.0, low)];
    }
    if !is_whole {
        return two_points(&sorted).to_vec();
    }
    let mean = sorted.iter().sum::<f64>() / count as f64;
    let spread = sorted.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / count as f64;
    let parts = if spread < EVEN * mean * mean { 2 } else { 8 };
    let points = sorted.chunks(count / parts).flat_map(two_points);
    points.map(|(share, multiple)| (share / parts as f64, multiple)).collect()
}

/// Customers who leave at purchases, of about as many purchases and about the same risk of one together; within strata by purchase rate, where there are.
pub fn buyers(year: &[f64; PILOT], purchases: &[f64; PILOT], strata: usize) -> Vec<HazardGroup> {
    let mut order: [usize; PILOT] = std::array::from_fn(|i| i);
    let (each, neighbours) = (PILOT / strata, NEIGHBOURS.min(PILOT / strata));
    for stratum in order.chunks_mut(each) {
        stratum.sort_by(|a, b| purchases[*a].total_cmp(&purchases[*b]));
    }
    let risk = |i: usize| year[i] / purchases[i].max(1e-9);
    for neighbours in order.chunks_mut(neighbours) {
        neighbours.sort_by(|a, b| risk(*a).total_cmp(&risk(*b)));
    }
    let mean = |of: &[f64; PILOT], group: &[usize]| {
        group.iter().map(|i| of[*i]).sum::<f64>() / (group.len() * MONTHS) as f64
    };
    let part = |group: &[usize]| HazardGroup {
        share: group.len() as f64 / PILOT as f64,
        multiple: mean(year, group),
        purchases: Some(mean(purchases, group)),
        stratum: group[0] * strata / PILOT,
    };
    order.chunks(BUYERS).map(part).collect()
}

fn two_points(x: &[f64]) -> [(f64, f64); 2] {
    let n = x.len() as f64;
    let mean = x.iter().sum::<f64>() / n;
    let [mut square, mut cube] = [0.0; 2];
    for x in x {
        let off = x - mean;
        square += off * off / n;
        cube += off * off * off / n;
    }
    let deviation = square.sqrt();
    let skew = if deviation > 1e-9 { cube / (square * deviation) } else { 0.0 };
    let root = (skew * skew + 4.0).sqrt();
    let point = |sign: f64| (0.5 * (1.0 - sign * skew / root), mean + 0.5 * deviation * (skew + sign * root));
    [point(-1.0), point(1.0)]
}
