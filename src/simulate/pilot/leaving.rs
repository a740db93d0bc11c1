//! Who leaves the pilot: β for the declared retention, and the shares of the causes for the declared mix.

use super::PILOT;
use super::measures::Measures;
use crate::plan::SegmentPlan;
use crate::population::{Curve, Shapes};

/// Rounds in which the shares of the causes are corrected.
const ROUNDS: usize = 2;
/// Least β of a base: below it, newcomers hardly survive their first month.
const LEAST_BETA: f64 = 0.5;
/// Cells of the table of the share that has left.
const CELLS: usize = 32;

/// β for the declared retention, and the shares of the causes for the declared mix among leavers.
///
/// The mix of the hazards is not the mix of those who leave: nobody leaves twice, so a cause that falls on few customers with
/// force (failures) takes less than its share of the hazard. The shares are corrected until the year's leavers have the mix.
pub fn solve(segment: &mut SegmentPlan, m: &Measures, shapes: &mut Shapes) -> f64 {
    let declared: [f64; 6] = std::array::from_fn(|k| f64::from(segment.response.share[k]) * m.terms[k]);
    let mut year = year_sums(&segment.response.share, m);
    let mut curve = Curve::new(segment.churn_alpha, segment.age_months, shapes);
    let mut beta = retention_beta(segment, &curve, &year, None);
    // a base that loses so many cannot have been so long in the making
    while segment.churn_beta.is_none() && beta < LEAST_BETA && segment.age_months > 1.0 {
        segment.age_months = (0.7 * segment.age_months).floor().max(1.0);
        curve = Curve::new(segment.churn_alpha, segment.age_months, shapes);
        beta = retention_beta(segment, &curve, &year, Some(beta));
    }
    if variance(&year) < 1e-9 {
        return beta;
    }
    for _ in 0..ROUNDS {
        let mix = leavers_mix(&segment.response.share, &curve, beta, &year, m);
        let share = &mut segment.response.share;
        for k in 0..6 {
            share[k] *= if mix[k] > 0.0 { (declared[k] / mix[k]) as f32 } else { 1.0 };
        }
        let mean: f64 = share.iter().zip(m.terms).map(|(s, t)| f64::from(*s) * t).sum();
        *share = share.map(|s| s / mean as f32);
        year = year_sums(share, m);
    }
    retention_beta(segment, &curve, &year, Some(beta))
}

/// Every customer's hazard multiples, added up over the year.
fn year_sums(share: &[f32; 6], m: &Measures) -> Vec<f64> {
    let mut sums = vec![0.0; PILOT];
    for period in &m.periods {
        for (i, sum) in sums.iter_mut().enumerate() {
            *sum += f64::from(period.terms(i).iter().zip(share).map(|(t, s)| t * s).sum::<f32>());
        }
    }
    sums
}

/// Shares of the causes among those who leave within the year. Of a customer whose multiples have added up to G and who now has H,
/// `E[(1−θ)^G − (1−θ)^(G+H)]` leave, in proportion to the terms of H.
fn leavers_mix(share: &[f32; 6], curve: &Curve, beta: f64, year: &[f64], m: &Measures) -> [f64; 6] {
    let most = year.iter().copied().fold(1e-6, f64::max);
    let gone = curve.share_leaving(beta, most, CELLS);
    let gone_at = |sum: f64| {
        let part = (sum / most).sqrt() * CELLS as f64;
        let cell = (part as usize).min(CELLS - 1);
        // the table's points are squares: linear in the sum between them
        let (c, width) = (cell as f64, (2 * cell + 1) as f64);
        gone[cell] + (part * part - c * c) / width * (gone[cell + 1] - gone[cell])
    };
    let mut mix = [0.0; 6];
    let mut before = vec![(0.0, 0.0); PILOT];
    for period in &m.periods {
        for (i, (sum, left)) in before.iter_mut().enumerate() {
            let terms = period.terms(i);
            let parts: [f64; 6] = std::array::from_fn(|k| f64::from(terms[k] * share[k]));
            let now: f64 = parts.iter().sum();
            if now > 0.0 {
                let leaving = gone_at(*sum + now);
                let of_each = (leaving - *left) / now;
                for (whole, part) in mix.iter_mut().zip(parts) {
                    *whole += of_each * part;
                }
                (*sum, *left) = (*sum + now, leaving);
            }
        }
    }
    let all: f64 = mix.iter().sum();
    mix.map(|part| if all > 0.0 { part / all } else { 0.0 })
}

/// β as stated, or for the declared retention, given how the year's hazard multiples differ between customers.
fn retention_beta(segment: &SegmentPlan, curve: &Curve, year: &[f64], near: Option<f64>) -> f64 {
    if let Some(beta) = segment.churn_beta {
        return beta;
    }
    let mean = year.iter().sum::<f64>() / year.len() as f64;
    curve.solve_beta(segment.retention, mean.max(1e-3), variance(year), near)
}

fn variance(x: &[f64]) -> f64 {
    let mean = x.iter().sum::<f64>() / x.len() as f64;
    x.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / x.len() as f64
}
