//! Retention as a function of β, of the base's history, and of what the year does to hazards.

use super::contract;
use super::grid::{LANES, total};
use super::history::{History, Months};
use super::logits::Logits;
use super::quantile_table::Shapes;
use super::strata::{self, STRATA, Strata};
use crate::plan::Left;
use crate::random::{double, widest};
use std::sync::Arc;

/// Points of the grid on which retention is integrated.
const GRID: usize = 192;
/// Months over which retention is declared.
pub const MONTHS: usize = 12;
/// Where a rough figure will do, every so-many-th point of the grid is taken.
const COARSE: usize = 2;
/// How exactly the declared retention is met.
const EXACT: f64 = 1e-6;

/// Change of ln β with the logit of retention, about.
const LOGITS: f64 = 1.6;

/// Shares left after each month.
pub type Survival = [f64; MONTHS];

/// Customers whose hazards the year changes alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HazardGroup {
    /// Its share of the customers.
    pub share: f64,
    /// What multiplies the hazard of a month, 1 without any effects.
    pub multiple: f64,
    /// Mean purchases in a month, where customers leave at purchases.
    pub purchases: Option<f64>,
    /// Their stratum by purchase rate; 0 where strata do not differ.
    pub stratum: usize,
}

/// A stratum of the base: what a month does to it.
pub struct Stratum {
    stay: Vec<f64>,
    leave: Vec<f64>,
}

impl Stratum {
    /// Customers who leave by the month, or at this many purchases a month: those who make a Poisson number of them stay with the chance e^−Λθ.
    pub fn new(logits: &Logits, purchases: Option<f64>) -> Self {
        match purchases {
            None => Self { stay: logits.stay.clone(), leave: logits.slope.clone() },
            Some(purchases) => Self {
                stay: logits.slope.iter().map(|theta| libm::exp(-purchases * theta)).collect(),
                leave: logits.slope.iter().map(|theta| -libm::expm1(-purchases * theta)).collect(),
            },
        }
    }

    /// Its months.
    pub fn months(&self) -> Months<'_> {
        Months { stay: &self.stay, leave: &self.leave }
    }
}

/// Customers of each stratum, or all, to whom nothing happens but time, and purchases where they leave at them.
pub fn plain_groups(strata: Option<Strata>, purchases: Option<[f64; STRATA]>) -> Vec<HazardGroup> {
    if strata.is_none() && purchases.is_none() {
        return vec![HazardGroup { share: 1.0, multiple: 1.0, purchases: None, stratum: 0 }];
    }
    let group = |s: usize| {
        let purchases = purchases.map(|purchases| purchases[s]);
        let stratum = if strata.is_some() { s } else { 0 };
        HazardGroup { share: 1.0 / STRATA as f64, multiple: purchases.unwrap_or(1.0), purchases, stratum }
    };
    (0..STRATA).map(group).collect()
}

/// How the propensity to leave was built up: what retention depends on, β apart.
pub struct Curve {
    logits: Arc<Logits>,
    alpha: f64,
    history: History,
    /// How strata differ, and each of them; one of all customers where they do not.
    differ: Option<Strata>,
    strata: Vec<Stratum>,
    /// Log of the chance to stay, per unit of the sum of hazard multiples.
    rest: Vec<f64>,
}

impl Curve {
    /// For shape `alpha` and a base with this history.
    pub fn new(alpha: f64, history: History, shapes: &mut Shapes) -> Self {
        // one grid for every β: the search moves β, not the grid
        let logits = shapes.logits(alpha, 0.7, GRID);
        let strata = vec![Stratum::new(&logits, None)];
        Self { alpha, history, differ: None, strata, rest: logits.rest.clone(), logits }
    }

    /// The same with strata that differ.
    pub fn stratified(mut self, strata: Option<Strata>) -> Self {
        if let Some(strata) = strata {
            let purchases = |s: usize| strata.purchases.map(|purchases| purchases[s]);
            self.strata = (0..STRATA).map(|s| Stratum::new(&self.logits, purchases(s))).collect();
        }
        Self { differ: strata, ..self }
    }

    /// The same, for customers who leave at purchases: a sum of multiples is then a mean, about which purchases are Poisson distributed, and
    /// E[(1−θ)^G] = e^−θG.
    pub fn at_purchases(mut self) -> Self {
        self.rest.iter_mut().for_each(|rest| *rest = libm::expm1(*rest));
        self
    }

    /// β such that the share `declared` of today's base is left after its months, where hazards are multiplied by something else for `parts` of
    /// the customers. `near` is where to look first.
    pub fn solve_beta(&self, declared: Left, parts: &[HazardGroup], near: Option<f64>) -> f64 {
        let decays: Vec<(usize, f64, Vec<Vec<f64>>)> =
            parts.iter().map(|part| (part.stratum, part.share, self.decays(part))).collect();
        let off = |log_beta: f64| {
            let beta = libm::exp(log_beta);
            let people: Vec<_> = (0..self.strata.len()).map(|s| self.people(s, beta)).collect();
            let left = |(stratum, share, decay): &(usize, f64, Vec<Vec<f64>>)| {
                share * self.survival(&people[*stratum], decay)[declared.months - 1]
            };
            decays.iter().map(left).sum::<f64>() - declared.share
        };
        // near the default α, ln β is about 1.6 logits of the annual retention
        let retention = declared.of_a_year();
        let odds = retention / (1.0 - retention);
        let start = near.map_or(0.5 + LOGITS * libm::log(odds), libm::log);
        // where strata differ, the last of them reaches the ends only when the middle is beyond
        let beyond = self.differ.map_or(0.0, |strata| strata.reach());
        let bounds = [strata::LOG_BETA[0] - beyond, strata::LOG_BETA[1] + beyond];
        libm::exp(rising_root(off, bounds, start, declared.share * declared.gone() / LOGITS))
    }

    /// Shares of newcomers left after each month, of whom these `groups` come in proportion to their parts of today's base.
    pub fn survival_of_newcomers(&self, beta: f64, groups: &[HazardGroup]) -> Survival {
        let joining = self.joining(beta);
        let weight = |group: &HazardGroup| group.share * joining[group.stratum];
        let all: f64 = groups.iter().map(weight).sum();
        let mut left = [0.0; MONTHS];
        for group in groups {
            let newcomers = self.newcomers(group.stratum, beta);
            let survival = self.survival(&[newcomers.clone(), newcomers], &self.decays(group));
            for (sum, share) in left.iter_mut().zip(survival) {
                *sum += weight(group) / all * share;
            }
        }
        left
    }

    /// Newcomers of a month per customer of today, in each stratum.
    fn joining(&self, beta: f64) -> Vec<f64> {
        let each = self.strata.iter().enumerate();
        each.map(|(s, stratum)| self.history.joining(stratum.months(), &self.newcomers(s, beta))).collect()
    }

    /// Strata that differ.
    pub fn strata(&self) -> usize {
        self.strata.len()
    }

    /// Rank correlation between how often customers of today buy and how long they would stay if they were new.
    pub fn rate_staying_correlation(&self, beta: f64) -> f64 {
        let newcomers: Vec<Vec<f64>> = (0..self.strata.len()).map(|s| self.newcomers(s, beta)).collect();
        -strata::rank_correlation(&newcomers)
    }

    /// Shares left after each month of a stratum of today's base, of customers whose hazards are multiplied by each of `multiples`; roughly.
    pub fn survivals(&self, stratum: usize, beta: f64, multiples: &[f64]) -> Vec<Survival> {
        let coarse = |column: &[f64]| column.iter().copied().step_by(COARSE).collect::<Vec<f64>>();
        let [newcomers, base @ ..] = &self.people(stratum, beta)[..] else { return Vec::new() };
        let mut people = vec![normalised(coarse(newcomers))];
        people.extend(normalised_together(base.iter().map(|density| coarse(density)).collect()));
        let rest = coarse(&self.rest);
        let decays =
            |multiple: &f64| self.paces().map(|pace| decay(&rest, pace * multiple)).collect::<Vec<_>>();
        multiples.iter().map(|multiple| self.survival(&people, &decays(multiple))).collect()
    }

    /// The density of newcomers of a stratum over the grid, of sum 1, and that of the base, by the months that are left of the term where there is one.
    fn people(&self, stratum: usize, beta: f64) -> Vec<Vec<f64>> {
        let newcomers = self.unscaled(stratum, beta);
        let months = self.strata[stratum].months();
        let terms = self.history.contract.zip(self.history.terms(months, &newcomers));
        let Some((contract, terms)) = terms else {
            let base = self.history.base(months, &newcomers);
            return vec![normalised(newcomers), normalised(base)];
        };
        let mut people = vec![normalised(newcomers)];
        people.extend(contract::by_months_left(&contract, terms));
        people
    }

    /// What multiplies the hazard of each kind of month: one, or those within a term and the one at its end.
    fn paces(&self) -> impl Iterator<Item = f64> {
        let paces = self.history.contract.map_or([1.0, 0.0], |contract| [contract.within, contract.at_end]);
        paces.into_iter().take(if self.history.contract.is_some() { 2 } else { 1 })
    }

    /// The chances to stay for each kind of month over the grid.
    fn decays(&self, group: &HazardGroup) -> Vec<Vec<f64>> {
        let at = |pace| HazardGroup { multiple: pace * group.multiple, ..*group }.decay(&self.logits.rest);
        self.paces().map(at).collect()
    }

    /// The density of the newcomers of a stratum, of sum 1.
    fn newcomers(&self, stratum: usize, beta: f64) -> Vec<f64> {
        normalised(self.unscaled(stratum, beta))
    }

    fn unscaled(&self, stratum: usize, beta: f64) -> Vec<f64> {
        self.density(self.differ.map_or(beta, |strata| strata.beta(stratum, beta)))
    }

    /// Density of the logit on the grid; the last points hold the tail beyond, which falls as e^−βx: those who leave at once.
    fn density(&self, beta: f64) -> Vec<f64> {
        let mut density = self.logits.density(self.alpha, beta);
        if let [.., before, last] = &mut density[..] {
            // sums over every other point leave out the last
            *before += *last / (beta * self.logits.step);
        }
        density
    }

    /// Who is left after each month: those whose needs have not changed, and those who have gone on as newcomers from a month on.
    fn survival(&self, people: &[Vec<f64>], decays: &[Vec<f64>]) -> Survival {
        if let (Some(contract), [newcomers, base @ ..], [within, at_end]) =
            (&self.history.contract, people, decays)
        {
            return contract::survival(contract, self.history.renewal, newcomers, base, [within, at_end]);
        }
        let mut sums = [[0.0; MONTHS]; 2];
        monthly([&people[1], &people[0]], &decays[0], &mut sums);
        let [base, newcomers] = sums;
        let (changes, mut stays) = (self.history.renewal, [1.0; MONTHS]);
        for month in 1..MONTHS {
            stays[month] = stays[month - 1] * (1.0 - changes);
        }
        let mut left = [0.0; MONTHS];
        for month in 0..MONTHS {
            left[month] = stays[month] * base[month];
            for since in 0..month {
                left[month] += changes * left[month - 1 - since] * stays[since] * newcomers[since];
            }
        }
        left
    }
}

impl HazardGroup {
    /// The chance to stay for a month over the grid, given ln(1 − θ). Who makes a Poisson number of purchases with mean Λ stays with the chance
    /// exp(−Λ·(1 − (1−θ)^h)), where h is the mean multiple of a purchase; who does not buy cannot leave.
    fn decay(&self, rest: &[f64]) -> Vec<f64> {
        let Some(purchases) = self.purchases else { return decay(rest, self.multiple) };
        let mut stays = decay(rest, self.multiple / purchases.max(1e-12));
        stays.iter_mut().for_each(|stays| *stays = purchases * (*stays - 1.0));
        exponentials(&mut stays);
        stays
    }
}

/// A density with sum 1.
fn normalised(density: Vec<f64>) -> Vec<f64> {
    normalised_together(vec![density]).pop().unwrap_or_default()
}

/// Densities whose sum is 1.
fn normalised_together(mut densities: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let all: f64 = densities.iter().map(|density| total(density)).sum();
    densities.iter_mut().flatten().for_each(|d| *d /= all);
    densities
}

/// (1 − θ)^multiple over the grid, from ln(1 − θ).
fn decay(rest: &[f64], multiple: f64) -> Vec<f64> {
    let mut decay: Vec<f64> = rest.iter().map(|rest| multiple * rest).collect();
    exponentials(&mut decay);
    decay
}

/// Where a rising function is 0 between two bounds, from `start` on, where its slope is about `slope`: secants, halved intervals where they lead astray.
fn rising_root(off: impl Fn(f64) -> f64, [mut low, mut high]: [f64; 2], start: f64, slope: f64) -> f64 {
    let mut at = start.clamp(low, high);
    let mut before: Option<(f64, f64)> = None;
    while high - low > EXACT {
        let value = off(at);
        if value.abs() < EXACT {
            break;
        }
        if value < 0.0 {
            low = at;
        } else {
            high = at;
        }
        let next = match before {
            Some((place, other)) if value != other => at - value * (at - place) / (value - other),
            _ => at - value / slope,
        };
        before = Some((at, value));
        at = if next > low && next < high { next } else { 0.5 * (low + high) };
    }
    at
}

widest! {
    fn exponentials(x: &mut [f64]) {
        for x in x {
            *x = double::exp(*x);
        }
    }
}

widest! {
    /// What is left of two densities after each month in which `decay` of them stays.
    fn monthly(densities: [&[f64]; 2], decay: &[f64], sums: &mut [[f64; MONTHS]; 2]) {
        for (density, sums) in densities.into_iter().zip(sums) {
            let mut lanes = [[0.0; LANES]; MONTHS];
            let groups = density.as_chunks::<LANES>().0.iter().zip(decay.as_chunks::<LANES>().0);
            for (density, decay) in groups {
                let mut left = *density;
                for lanes in &mut lanes {
                    for lane in 0..LANES {
                        left[lane] *= decay[lane];
                        lanes[lane] += left[lane];
                    }
                }
            }
            *sums = lanes.map(|lanes| lanes.iter().sum());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// BG/NBD with rates that do not differ: all leave with the same θ at best, E over θ of e^−θΛ by the series of Beta moments.
    #[test]
    fn buyers_leave_as_by_the_closed_form() {
        let (alpha, beta, purchases): (f64, f64, f64) = (0.793, 2.426, 3.0);
        let (mut term, mut exact) = (1.0, 1.0);
        for k in 0..60 {
            let k = f64::from(k);
            term *= -purchases / (k + 1.0) * (alpha + k) / (alpha + beta + k);
            exact += term;
        }
        let curve = Curve::new(alpha, History::new(0.0, Some(1.0)), &mut Shapes::default());
        let a_month = purchases / MONTHS as f64;
        let part = HazardGroup { share: 1.0, multiple: a_month, purchases: Some(a_month), stratum: 0 };
        let found = curve.solve_beta(Left { share: exact, months: MONTHS }, &[part], None);
        assert!((found / beta - 1.0).abs() < 1e-3, "{found}");
    }

    /// A level base loses the declared share in its next month, and fewer in each of the following ones: θ = 1 − 1/(1 + e^−x) integrated anew.
    #[test]
    fn the_first_month_loses_what_is_declared() {
        for churn in [0.0005, 0.002, 0.03, 0.15] {
            for history in [History::new(0.0293, None), History::new(0.0, Some(24.0))] {
                let curve = Curve::new(0.67, history, &mut Shapes::default());
                let all = HazardGroup { share: 1.0, multiple: 1.0, purchases: None, stratum: 0 };
                let beta = curve.solve_beta(Left { share: 1.0 - churn, months: 1 }, &[all], None);
                let [survival] = curve.survivals(0, beta, &[1.0])[..] else { panic!("one multiple") };
                // the curve of survivals is taken at every other point of the grid
                assert!((1.0 - survival[0] - churn).abs() < 0.005 * churn, "{churn}: {survival:?}");
                let constant = libm::pow(1.0 - churn, 12.0);
                assert!(survival[MONTHS - 1] > constant, "{churn}: {survival:?} {constant}");
            }
        }
    }

    /// A new cohort with θ uniform and no change of needs: E[1 − (1−θ)^G] = G/(G + 1).
    #[test]
    fn the_share_leaving_is_that_of_the_integral() {
        let cohort = History::new(0.0, Some(1.0));
        let survivals = Curve::new(1.0, cohort, &mut Shapes::default()).survivals(0, 1.0, &[0.5, 1.0, 3.0]);
        for (multiple, survival) in [0.5, 1.0, 3.0].into_iter().zip(survivals) {
            for (month, left) in survival.into_iter().enumerate() {
                let g = multiple * (month + 1) as f64;
                assert!((left - 1.0 / (g + 1.0)).abs() < 1e-4, "{g}: {left}");
            }
        }
    }
}
