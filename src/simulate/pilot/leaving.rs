//! Who leaves the pilot: β for the declared retention, and the shares of the causes for the declared mix.

use super::diary::PILOT;
use super::groups;
use super::measures::{Measures, PERIOD, Period};
use super::search::{LEAST_BETA, Search};
use crate::design::Category;
use crate::plan::{Left, OfCauses, PLACES, SegmentPlan};
use crate::population::{Churn, Curve, HazardGroup, History, MONTHS, Shapes, Survival};
use crate::random::widest;
use crate::simulate::totals::product_total;

/// Rounds in which the shares of the causes are corrected.
const ROUNDS: usize = 2;
/// Cells of the table of the share that has left.
const CELLS: usize = 32;

/// Quarters of a year.
const QUARTERS: usize = MONTHS / PERIOD;

/// How the customers of a segment leave.
pub struct Leaving {
    /// Shares of the causes in the hazard.
    pub causes: OfCauses<f32>,
    /// The propensity.
    pub churn: Churn,
    /// How the base would have come about as declared.
    pub past: History,
    /// How newcomers stay, where the design says it: month, share declared, share found.
    pub newcomers: Vec<(usize, f64, f64)>,
    /// Rank correlation of rate and staying.
    pub correlation: f64,
}

/// What the hazard has to bring about.
struct Target {
    /// What is to be left, after how many months.
    left: Left,
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
        let left = segment.left;
        let mut target = Self { left, causes };
        if left.share < 1.0 {
            let moves = &segment.response.moves;
            let blackmailers = segment.categories[Category::Blackmailer as usize];
            let refused = blackmailers * moves.refused_within(left.months, granted);
            target.spare(m, refused, moves.refused_place, left.gone());
            target.spare(m, m.driven_away(left.months), moves.failed_place, left.gone());
        }
        target
    }

    /// Leaves those out of what the hazard has to bring about who are `gone` for another reason, of all who `leave`.
    fn spare(&mut self, m: &Measures, gone: f64, place: usize, leave: f64) {
        if gone <= 0.0 {
            return;
        }
        let most = libm::pow(0.999, self.left.years());
        let retention = (self.left.share / (1.0 - gone)).min(most);
        // of those who would go for both reasons within this time, half go for the other one first
        let part = (gone * (0.5 + 0.5 * retention) / leave).min(0.9);
        for (k, share) in self.causes.iter_mut().enumerate() {
            let declared = f64::from(*share) * m.terms[k];
            let spared = if k == place { part.min(declared) } else { 0.0 };
            let scale = if declared > 0.0 { (declared - spared) / declared / (1.0 - part) } else { 0.0 };
            *share *= scale as f32;
        }
        self.left.share = retention;
    }
}

/// β for the declared retention, and the shares of the causes for the declared mix among leavers.
///
/// The mix of the hazards is not the mix of those who leave: nobody leaves twice, so a cause that falls on few customers with
/// force (failures) takes less than its share of the hazard. The shares are corrected until the year's leavers have the mix.
pub fn solve(segment: &SegmentPlan, m: &Measures, granted: f64, shapes: &mut Shapes) -> Leaving {
    let Target { left, mut causes } = Target::of(segment, m, granted);
    let declared: OfCauses<f64> = std::array::from_fn(|k| f64::from(causes[k]) * m.terms[k]);
    let purchases = segment.response.leaves_at_purchase.then(|| purchases(m));
    let mut search = Search::new(segment, purchases, shapes);
    let past = search.history;
    let mut year = year_sums(&causes, m);
    let mut beta = search.beta(&groups(&search, &causes, &year, m, left), left, None);
    // a base that loses so many cannot have been so long in the making
    while segment.churn_beta.is_none() && beta < LEAST_BETA {
        let Some(shorter) = search.history.shorter() else { break };
        search = search.with(shorter, shapes);
        beta = search.beta(&groups(&search, &causes, &year, m, left), left, Some(beta));
    }
    if year.iter().any(|sum| (sum - year[0]).abs() > 1e-4) {
        // the first round's table serves the others too
        let sums = cumulated(&causes, m);
        let strata = 0..search.curve.strata();
        let gone: Vec<_> = strata.map(|s| Gone::of(&search.curve, s, beta, &sums)).collect();
        for _ in 0..ROUNDS {
            let mix = leavers_mix(&causes, &gone, m);
            correct(&mut causes, &declared, &mix, m);
            year = year_sums(&causes, m);
        }
        beta = search.beta(&groups(&search, &causes, &year, m, left), left, Some(beta));
    }
    if segment.rate_staying != 0.0 {
        beta = search.correlate(&groups(&search, &causes, &year, m, left), left, beta, shapes);
    }
    Leaving {
        causes,
        churn: search.churn(beta),
        past,
        newcomers: search.newcomers,
        correlation: search.found,
    }
}

/// Customers whose hazards the year, or the month declared, changes alike.
fn groups(
    search: &Search,
    causes: &OfCauses<f32>,
    year: &[f64; PILOT],
    m: &Measures,
    left: Left,
) -> Vec<HazardGroup> {
    let strata = search.curve.strata();
    match &search.purchases {
        Some(purchases) => groups::buyers(&of_those_left(year, m, left), purchases, strata),
        None if left.months < MONTHS => groups::typical(&quarters(causes, m, left), PERIOD, strata),
        None => {
            let year = of_those_left(year, m, left);
            let sums = match &search.history.contract {
                Some(contract) => groups::at_renewals(&quarters(causes, m, left), &year, contract),
                None => vec![year],
            };
            groups::typical(&sums, MONTHS, strata)
        }
    }
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
        if let Some(held) = &period.held {
            let [drift, price] = [share[3], share[4]].map(f64::from);
            for i in 0..PILOT {
                sums[i] += drift * f64::from(held[0][i]) + price * f64::from(held[1][i]);
            }
        }
    }
}

/// Shares of the causes among those who leave within the year. What leaves of a customer in a quarter is shared out in proportion to the
/// terms of that quarter. `strata` say what has left of each.
fn leavers_mix(share: &OfCauses<f32>, strata: &[[Gone; QUARTERS]], m: &Measures) -> OfCauses<f64> {
    let sums = cumulated(share, m);
    let mut left_for = [0.0; 6];
    let (mut before, mut left) = ([0.0; PILOT], [0.0; PILOT]);
    for (quarter, (period, after)) in m.periods.iter().zip(sums).enumerate() {
        let stratum = |i: usize| &strata[i * strata.len() / PILOT][quarter];
        let gone: [f64; PILOT] = std::array::from_fn(|i| stratum(i).at(after[i]));
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
        if let Some(held) = &period.held {
            sums[3] += product_total(&held[0], times);
            sums[4] += product_total(&held[1], times);
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
    /// Of a stratum, for each quarter of a year at whose end multiples have reached about these sums: beyond the largest the last line goes on.
    fn of(curve: &Curve, stratum: usize, beta: f64, sums: &[[f64; PILOT]; QUARTERS]) -> [Self; QUARTERS] {
        let months = |quarter: usize| ((quarter + 1) * PERIOD) as f64;
        let most = |quarter: usize| sums[quarter].iter().copied().fold(1e-6, f64::max) / months(quarter);
        let most = (0..QUARTERS).map(most).fold(0.0, f64::max);
        let multiple = |cell: usize| most * (cell * cell) as f64 / (CELLS * CELLS) as f64;
        let survivals = curve.survivals(stratum, beta, &(0..=CELLS).map(multiple).collect::<Vec<f64>>());
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

/// Every customer's multiples of each quarter by itself: what decides a single month.
fn quarters(share: &OfCauses<f32>, m: &Measures, left: Left) -> Vec<[f64; PILOT]> {
    let sums = m.periods.iter().map(|period| {
        let mut sums = [0.0; PILOT];
        add_multiples(period, share, &mut sums);
        of_those_left(&sums, m, left)
    });
    sums.collect()
}

/// Multiples of the hazard, such that their mean is that of the customers whom no failure has driven away at once by the time declared.
fn of_those_left(year: &[f64; PILOT], m: &Measures, declared: Left) -> [f64; PILOT] {
    let (mut left, mut theirs) = (0.0, 0.0);
    for (sum, stays) in year.iter().zip(m.stays) {
        let stays = if declared.months < MONTHS {
            libm::pow(f64::from(stays), declared.years())
        } else {
            f64::from(stays)
        };
        left += stays;
        theirs += stays * sum;
    }
    let all: f64 = year.iter().sum();
    let ratio = if left * all > 0.0 { theirs / left / (all / PILOT as f64) } else { 1.0 };
    year.map(|sum| sum * ratio)
}
