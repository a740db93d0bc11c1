//! Who leaves the pilot: β for the declared retention, and the shares of the causes for the declared mix.

use super::diary::PILOT;
use super::measures::{Measures, Period};
use crate::design::Category;
use crate::plan::{OfCauses, PLACES, SegmentPlan};
use crate::population::{Churn, Curve, Shapes};
use crate::random::widest;
use crate::simulate::totals::product_total;

/// Rounds in which the shares of the causes are corrected.
const ROUNDS: usize = 2;
/// Least β of a base: below it, newcomers hardly survive their first month.
const LEAST_BETA: f64 = 0.5;
/// Cells of the table of the share that has left.
const CELLS: usize = 32;

/// How the customers of a segment leave.
pub struct Leaving {
    /// Shares of the causes in the hazard.
    pub causes: OfCauses<f32>,
    /// The propensity.
    pub churn: Churn,
}

/// What the hazard has to bring about.
struct Target {
    /// Annual retention.
    retention: f64,
    /// Shares of the causes, each divided by the mean of its term.
    causes: OfCauses<f32>,
}

impl Target {
    /// Those who go because they are refused special terms are among the declared leavers: where a share `granted` of demands is given
    /// in to, the hazard has to take fewer, under the cause that they are booked with.
    fn of(segment: &SegmentPlan, m: &Measures, granted: f64) -> Self {
        let mut causes = segment.causes;
        for (share, term) in causes.iter_mut().zip(m.terms) {
            *share /= term.max(1e-9) as f32;
        }
        let moves = &segment.response.moves;
        let blackmailers = segment.categories[Category::Blackmailer as usize];
        let gone = blackmailers * moves.refused_in_a_year(granted);
        let declared = segment.retention.get();
        if gone <= 0.0 || declared >= 1.0 {
            return Self { retention: declared, causes };
        }
        let retention = (declared / (1.0 - gone)).min(0.999);
        // of those who would go for both reasons within the year, half go for the other one first
        let part = (gone * (0.5 + 0.5 * retention) / (1.0 - declared)).min(0.9);
        for (k, share) in causes.iter_mut().enumerate() {
            let declared = f64::from(*share) * m.terms[k];
            let refused = if k == moves.refused_place { part.min(declared) } else { 0.0 };
            let scale = if declared > 0.0 { (declared - refused) / declared / (1.0 - part) } else { 0.0 };
            *share *= scale as f32;
        }
        Self { retention, causes }
    }
}

/// β for the declared retention, and the shares of the causes for the declared mix among leavers.
///
/// The mix of the hazards is not the mix of those who leave: nobody leaves twice, so a cause that falls on few customers with
/// force (failures) takes less than its share of the hazard. The shares are corrected until the year's leavers have the mix.
pub fn solve(segment: &SegmentPlan, m: &Measures, granted: f64, shapes: &mut Shapes) -> Leaving {
    let Target { retention, mut causes } = Target::of(segment, m, granted);
    let (alpha, mut age_months) = (segment.churn_alpha, segment.age_months.get());
    let declared: OfCauses<f64> = std::array::from_fn(|k| f64::from(causes[k]) * m.terms[k]);
    let mut year = year_sums(&causes, m);
    let buys = segment.response.leaves_at_purchase;
    let mut new_curve = |age| {
        let curve = Curve::new(alpha, age, shapes);
        if buys { curve.at_purchases() } else { curve }
    };
    let mut curve = new_curve(age_months);
    let purchases = buys.then(|| purchases(m));
    let beta_of = |curve: &Curve, year: &[f64], near| {
        segment.churn_beta.unwrap_or_else(|| match &purchases {
            Some(purchases) => curve.solve_beta_of_buyers(retention, purchases, year, near),
            None => retention_beta(retention, curve, year, near),
        })
    };
    let mut beta = beta_of(&curve, &year, None);
    // a base that loses so many cannot have been so long in the making
    while segment.churn_beta.is_none() && beta < LEAST_BETA && age_months > 1.0 {
        age_months = (0.7 * age_months).floor().max(1.0);
        curve = new_curve(age_months);
        beta = beta_of(&curve, &year, Some(beta));
    }
    if variance(&year) >= 1e-9 {
        for _ in 0..ROUNDS {
            let mix = leavers_mix(&causes, &curve, beta, &year, m);
            correct(&mut causes, &declared, &mix, m);
            year = year_sums(&causes, m);
        }
        beta = beta_of(&curve, &year, Some(beta));
    }
    Leaving { causes, churn: Churn { alpha, beta, age_months } }
}

/// Changes the shares as far as the mix among leavers is off the declared one.
fn correct(causes: &mut OfCauses<f32>, declared: &OfCauses<f64>, mix: &OfCauses<f64>, m: &Measures) {
    for k in 0..PLACES {
        causes[k] *= if mix[k] > 0.0 { (declared[k] / mix[k]) as f32 } else { 1.0 };
    }
    let mean: f64 = causes.iter().zip(m.terms).map(|(s, t)| f64::from(*s) * t).sum();
    *causes = causes.map(|s| s / mean as f32);
}

/// Every customer's hazard multiples, added up over the year.
fn year_sums(share: &OfCauses<f32>, m: &Measures) -> [f64; PILOT] {
    let mut sums = [0.0; PILOT];
    m.periods.iter().for_each(|period| add_multiples(period, share, &mut sums));
    sums
}

/// Every customer's mean purchases of the year, where customers leave at purchases.
fn purchases(m: &Measures) -> [f64; PILOT] {
    std::array::from_fn(|i| m.periods.iter().map(|period| f64::from(period.others[i])).sum())
}

widest! {
    /// Adds the hazard multiples of a period.
    fn add_multiples(period: &Period, share: &OfCauses<f32>, sums: &mut [f64; PILOT]) {
        let [staff, quality, competition, ..] = share.map(f64::from);
        let others: f64 = share[3..].iter().map(|s| f64::from(*s)).sum();
        for i in 0..PILOT {
            sums[i] += staff * f64::from(period.staff[i])
                + quality * f64::from(period.quality[i])
                + competition * f64::from(period.competition[i])
                + others * f64::from(period.others[i]);
        }
    }
}

/// Shares of the causes among those who leave within the year. Of a customer whose multiples have added up to G and who now has H,
/// `E[(1−θ)^G − (1−θ)^(G+H)]` leave, in proportion to the terms of H.
fn leavers_mix(share: &OfCauses<f32>, curve: &Curve, beta: f64, year: &[f64], m: &Measures) -> OfCauses<f64> {
    let gone = Gone::new(curve, beta, year.iter().copied().fold(1e-6, f64::max));
    let mut left_for = [0.0; 6];
    let (mut before, mut left) = ([0.0; PILOT], [0.0; PILOT]);
    for period in &m.periods {
        let mut after = before;
        add_multiples(period, share, &mut after);
        let gone: [f64; PILOT] = std::array::from_fn(|i| gone.at(after[i]));
        let mut of_each = [0.0; PILOT];
        leaving_for_each([&before, &after], [&left, &gone], &mut of_each);
        add_terms(period, &of_each, &mut left_for);
        left = gone;
        before = after;
    }
    let mix: OfCauses<f64> = std::array::from_fn(|k| f64::from(share[k]) * left_for[k]);
    let all: f64 = mix.iter().sum();
    mix.map(|part| if all > 0.0 { part / all } else { 0.0 })
}

widest! {
    /// What leaves, for each multiple.
    fn leaving_for_each(multiples: [&[f64; PILOT]; 2], gone: [&[f64; PILOT]; 2], of_each: &mut [f64; PILOT]) {
        let ([before, after], [left, gone]) = (multiples, gone);
        for i in 0..PILOT {
            let now = after[i] - before[i];
            of_each[i] = if now > 0.0 { (gone[i] - left[i]) / now } else { 0.0 };
        }
    }
}

widest! {
    /// Adds the terms of all customers, each as often as `times` says.
    fn add_terms(period: &Period, times: &[f64; PILOT], sums: &mut OfCauses<f64>) {
        let [staff, quality, competition, others] =
            [&period.staff, &period.quality, &period.competition, &period.others]
                .map(|terms| product_total(terms, times));
        for (sum, terms) in sums.iter_mut().zip([staff, quality, competition, others, others, others]) {
            *sum += terms;
        }
    }
}

/// The share that has left, as a function of the sum of hazard multiples so far: a table whose points are squares, linear in the sum
/// between them.
struct Gone {
    /// Times the sum: places between squares.
    scale: f64,
    /// Value at 0 of the line through a cell, and its slope.
    lines: [(f64, f64); CELLS],
}

impl Gone {
    fn new(curve: &Curve, beta: f64, most: f64) -> Self {
        let points = curve.share_leaving(beta, most, CELLS);
        let line = |cell: usize| {
            let slope = (points[cell + 1] - points[cell]) / (2 * cell + 1) as f64;
            (points[cell] - slope * (cell * cell) as f64, slope)
        };
        Self { scale: (CELLS * CELLS) as f64 / most, lines: std::array::from_fn(line) }
    }

    fn at(&self, sum: f64) -> f64 {
        let place = sum * self.scale;
        let (from, slope) = self.lines[(place.sqrt() as usize).min(CELLS - 1)];
        from + slope * place
    }
}

/// β for a retention, given how the year's hazard multiples differ between customers.
fn retention_beta(retention: f64, curve: &Curve, year: &[f64], near: Option<f64>) -> f64 {
    let mean = year.iter().sum::<f64>() / year.len() as f64;
    curve.solve_beta(retention, mean.max(1e-3), variance(year), near)
}

fn variance(x: &[f64]) -> f64 {
    let mean = x.iter().sum::<f64>() / x.len() as f64;
    x.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / x.len() as f64
}
