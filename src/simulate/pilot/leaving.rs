//! Who leaves the pilot: β for the declared retention, and the shares of the causes for the declared mix.

use super::diary::PILOT;
use super::measures::{Measures, PERIOD, Period};
use crate::design::Category;
use crate::plan::{OfCauses, PLACES, SegmentPlan};
use crate::population::{Churn, Curve, HazardGroup, History, MONTHS, Shapes, Survival};
use crate::random::widest;
use crate::simulate::totals::product_total;
use crate::units::Months;

/// Rounds in which the shares of the causes are corrected.
const ROUNDS: usize = 2;
/// Least β of a base: below it, newcomers hardly survive their first month.
const LEAST_BETA: f64 = 0.5;
/// Cells of the table of the share that has left.
const CELLS: usize = 32;
/// Squared coefficient of variation of the year's multiples up to which halves of the pilot are even enough.
const EVEN: f64 = 0.16;
/// Buyers of about as many purchases.
const NEIGHBOURS: usize = 20;
/// Those of them who are taken together.
const BUYERS: usize = 5;

/// Quarters of a year.
const QUARTERS: usize = MONTHS / PERIOD;

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
    /// Those who go because they are refused special terms, or because of a failure that drives them away at once, are among the declared leavers:
    /// where a share `granted` of demands is given in to, the hazard has to take fewer, under the causes that they are booked with.
    fn of(segment: &SegmentPlan, m: &Measures, granted: f64) -> Self {
        let mut causes = segment.causes;
        for (share, term) in causes.iter_mut().zip(m.terms) {
            *share /= term.max(1e-9) as f32;
        }
        let declared = segment.retention.get();
        let mut target = Self { retention: declared, causes };
        if declared < 1.0 {
            let moves = &segment.response.moves;
            let blackmailers = segment.categories[Category::Blackmailer as usize];
            let refused = blackmailers * moves.refused_in_a_year(granted);
            let failed = 1.0 - m.stays.iter().map(|left| f64::from(*left)).sum::<f64>() / PILOT as f64;
            target.spare(m, refused, moves.refused_place, 1.0 - declared);
            target.spare(m, failed, moves.failed_place, 1.0 - declared);
        }
        target
    }

    /// Leaves those out of what the hazard has to bring about who are `gone` for another reason, of all who `leave`.
    fn spare(&mut self, m: &Measures, gone: f64, place: usize, leave: f64) {
        if gone <= 0.0 {
            return;
        }
        let retention = (self.retention / (1.0 - gone)).min(0.999);
        // of those who would go for both reasons within the year, half go for the other one first
        let part = (gone * (0.5 + 0.5 * retention) / leave).min(0.9);
        for (k, share) in self.causes.iter_mut().enumerate() {
            let declared = f64::from(*share) * m.terms[k];
            let spared = if k == place { part.min(declared) } else { 0.0 };
            let scale = if declared > 0.0 { (declared - spared) / declared / (1.0 - part) } else { 0.0 };
            *share *= scale as f32;
        }
        self.retention = retention;
    }
}

/// β for the declared retention, and the shares of the causes for the declared mix among leavers.
///
/// The mix of the hazards is not the mix of those who leave: nobody leaves twice, so a cause that falls on few customers with
/// force (failures) takes less than its share of the hazard. The shares are corrected until the year's leavers have the mix.
pub fn solve(segment: &SegmentPlan, m: &Measures, granted: f64, shapes: &mut Shapes) -> Leaving {
    let Target { retention, mut causes } = Target::of(segment, m, granted);
    let (alpha, mut history) = (segment.churn_alpha, history(segment));
    let declared: OfCauses<f64> = std::array::from_fn(|k| f64::from(causes[k]) * m.terms[k]);
    let mut year = year_sums(&causes, m);
    let purchases = segment.response.leaves_at_purchase.then(|| purchases(m));
    let mut new_curve = |history| {
        let curve = Curve::new(alpha, history, shapes);
        if purchases.is_some() { curve.at_purchases() } else { curve }
    };
    let mut curve = new_curve(history);
    let beta_of = |curve: &Curve, year: &[f64; PILOT], near| {
        let year = &of_those_left(year, m);
        segment.churn_beta.unwrap_or_else(|| {
            let parts = purchases
                .as_ref()
                .map_or_else(|| typical_multiples(year), |purchases| buyers(year, purchases));
            curve.solve_beta(retention, &parts, near)
        })
    };
    let mut beta = beta_of(&curve, &year, None);
    // a base that loses so many cannot have been so long in the making
    while segment.churn_beta.is_none() && beta < LEAST_BETA {
        let Some(shorter) = history.shorter() else { break };
        history = shorter;
        curve = new_curve(history);
        beta = beta_of(&curve, &year, Some(beta));
    }
    if year.iter().any(|sum| (sum - year[0]).abs() > 1e-4) {
        // the first round's table serves the others too
        let gone = Gone::of(&curve, beta, &cumulated(&causes, m));
        for _ in 0..ROUNDS {
            let mix = leavers_mix(&causes, &gone, m);
            correct(&mut causes, &declared, &mix, m);
            year = year_sums(&causes, m);
        }
        beta = beta_of(&curve, &year, Some(beta));
    }
    Leaving { causes, churn: Churn { alpha, beta, history } }
}

/// How the base of a segment came about.
pub fn history(segment: &SegmentPlan) -> History {
    History::new(segment.renewal.get(), segment.age_months.map(Months::get)).aged(segment.ageing_months.get())
}

/// Every customer's mean purchases of the year, where customers leave at purchases.
fn purchases(m: &Measures) -> [f64; PILOT] {
    std::array::from_fn(|i| m.periods.iter().map(|period| f64::from(period.others[i])).sum())
}

/// Changes the shares as far as the mix among leavers is off the declared one.
fn correct(causes: &mut OfCauses<f32>, declared: &OfCauses<f64>, mix: &OfCauses<f64>, m: &Measures) {
    for k in 0..PLACES {
        causes[k] *= if mix[k] > 0.0 { (declared[k] / mix[k]) as f32 } else { 1.0 };
    }
    let mean: f64 = causes.iter().zip(m.terms).map(|(s, t)| f64::from(*s) * t).sum();
    *causes = causes.map(|s| s / mean as f32);
}

/// Every customer's hazard multiples, added up until the end of each quarter.
fn cumulated(share: &OfCauses<f32>, m: &Measures) -> [[f64; PILOT]; QUARTERS] {
    let (mut sums, mut all) = ([0.0; PILOT], [[0.0; PILOT]; QUARTERS]);
    for (period, after) in m.periods.iter().zip(&mut all) {
        add_multiples(period, share, &mut sums);
        *after = sums;
    }
    all
}

/// Every customer's hazard multiples, added up over the year.
fn year_sums(share: &OfCauses<f32>, m: &Measures) -> [f64; PILOT] {
    let mut sums = [0.0; PILOT];
    m.periods.iter().for_each(|period| add_multiples(period, share, &mut sums));
    sums
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

/// Shares of the causes among those who leave within the year. What leaves of a customer in a quarter is shared out in proportion to the
/// terms of that quarter.
fn leavers_mix(share: &OfCauses<f32>, all_gone: &[Gone; QUARTERS], m: &Measures) -> OfCauses<f64> {
    let sums = cumulated(share, m);
    let mut left_for = [0.0; 6];
    let (mut before, mut left) = ([0.0; PILOT], [0.0; PILOT]);
    for ((period, after), gone) in m.periods.iter().zip(sums).zip(all_gone) {
        let gone: [f64; PILOT] = std::array::from_fn(|i| gone.at(after[i]));
        let mut of_each = [0.0; PILOT];
        leaving_for_each([&before, &after], [&left, &gone], &mut of_each);
        for (times, stays) in of_each.iter_mut().zip(&m.stays) {
            *times *= 0.5 + 0.5 * f64::from(*stays);
        }
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

/// The share that has left by the end of a quarter, as a function of the sum of hazard multiples so far: a table whose points are
/// squares, linear in the sum between them.
struct Gone {
    /// Times the sum: places between squares.
    scale: f64,
    /// Value at 0 of the line through a cell, and its slope.
    lines: [(f64, f64); CELLS],
}

impl Gone {
    /// For each quarter of a year at whose end multiples have reached about these sums: beyond the largest the last line goes on.
    fn of(curve: &Curve, beta: f64, sums: &[[f64; PILOT]; QUARTERS]) -> [Self; QUARTERS] {
        let months = |quarter: usize| ((quarter + 1) * PERIOD) as f64;
        let most = |quarter: usize| sums[quarter].iter().copied().fold(1e-6, f64::max) / months(quarter);
        let most = (0..QUARTERS).map(most).fold(0.0, f64::max);
        let multiple = |cell: usize| most * (cell * cell) as f64 / (CELLS * CELLS) as f64;
        let survivals = curve.survivals(beta, &(0..=CELLS).map(multiple).collect::<Vec<f64>>());
        std::array::from_fn(|quarter| {
            let left = |survival: &Survival| survival[(quarter + 1) * PERIOD - 1];
            let points: Vec<f64> = survivals.iter().map(|survival| 1.0 - left(survival)).collect();
            Self::through(&points, most * months(quarter))
        })
    }

    fn through(points: &[f64], most: f64) -> Self {
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

/// The year's multiples of the hazard, such that their mean is that of the customers whom no failure has driven away at once.
fn of_those_left(year: &[f64; PILOT], m: &Measures) -> [f64; PILOT] {
    let (mut left, mut theirs) = (0.0, 0.0);
    for (sum, stays) in year.iter().zip(m.stays) {
        left += f64::from(stays);
        theirs += f64::from(stays) * sum;
    }
    let all: f64 = year.iter().sum();
    let ratio = if left * all > 0.0 { theirs / left / (all / PILOT as f64) } else { 1.0 };
    year.map(|sum| sum * ratio)
}

/// What multiplies the hazard of a month over the year: parts of the customers and their multiples. In each of a few parts of the pilot, in
/// the order of the multiples, two points have its mean, variance and skewness (Gauss's quadrature).
fn typical_multiples(year: &[f64; PILOT]) -> Vec<HazardGroup> {
    let part = |(share, multiple): (f64, f64)| HazardGroup { share, multiple, purchases: None };
    let mut sorted = year.map(|sum| (sum / MONTHS as f64).max(1e-4));
    sorted.sort_by(f64::total_cmp);
    let [low, high] = [sorted[0], sorted[PILOT - 1]];
    if high - low < 1e-5 {
        return vec![part((1.0, low))];
    }
    let mean = sorted.iter().sum::<f64>() / PILOT as f64;
    let spread = sorted.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / PILOT as f64;
    let parts = if spread < EVEN * mean * mean { 2 } else { 8 };
    let points = sorted.chunks(PILOT / parts).flat_map(two_points);
    points.map(|(share, multiple)| part((share / parts as f64, multiple))).collect()
}

/// Customers who leave at purchases, of about as many purchases and about the same risk of one together.
fn buyers(year: &[f64; PILOT], purchases: &[f64; PILOT]) -> Vec<HazardGroup> {
    let mut order: [usize; PILOT] = std::array::from_fn(|i| i);
    order.sort_by(|a, b| purchases[*a].total_cmp(&purchases[*b]));
    let risk = |i: usize| year[i] / purchases[i].max(1e-9);
    for neighbours in order.chunks_mut(NEIGHBOURS) {
        neighbours.sort_by(|a, b| risk(*a).total_cmp(&risk(*b)));
    }
    let mean = |of: &[f64; PILOT], group: &[usize]| {
        group.iter().map(|i| of[*i]).sum::<f64>() / (group.len() * MONTHS) as f64
    };
    let part = |group: &[usize]| HazardGroup {
        share: group.len() as f64 / PILOT as f64,
        multiple: mean(year, group),
        purchases: Some(mean(purchases, group)),
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
