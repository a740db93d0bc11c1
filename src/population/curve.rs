//! Retention as a function of β, of the base's history, and of what the year does to hazards.

use super::history::{History, LANES};
use super::logits::Logits;
use super::quantile_table::Shapes;
use crate::random::{double, widest};
use std::sync::Arc;

/// Points of the grid on which retention is integrated.
const GRID: usize = 192;
/// Months over which retention is declared.
pub const MONTHS: usize = 12;
/// Natural logarithms of the least and the largest β sought: 0.02 and 3,000,000.
const LOG_BETA: [f64; 2] = [-3.912, 14.914];
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
}

/// How the propensity to leave was built up: what retention depends on, β apart.
pub struct Curve {
    logits: Arc<Logits>,
    alpha: f64,
    history: History,
    /// Log of the chance to stay, per unit of the sum of hazard multiples.
    rest: Vec<f64>,
}

impl Curve {
    /// For shape `alpha` and a base with this history.
    pub fn new(alpha: f64, history: History, shapes: &mut Shapes) -> Self {
        // one grid for every β: the search moves β, not the grid
        let logits = shapes.logits(alpha, 0.7, GRID);
        Self { alpha, history, rest: logits.rest.clone(), logits }
    }

    /// The same, for customers who leave at purchases: a sum of multiples is then a mean, about which purchases are Poisson distributed, and
    /// E[(1−θ)^G] = e^−θG.
    pub fn at_purchases(mut self) -> Self {
        self.rest.iter_mut().for_each(|rest| *rest = libm::expm1(*rest));
        self
    }

    /// β such that a share `retention` of today's base is left after a year, where hazards are multiplied by something else for `parts` of
    /// the customers. `near` is where to look first.
    pub fn solve_beta(&self, retention: f64, parts: &[HazardGroup], near: Option<f64>) -> f64 {
        let decays: Vec<(f64, Vec<f64>)> =
            parts.iter().map(|part| (part.share, part.decay(&self.logits.rest))).collect();
        let off = |log_beta: f64| {
            let people = self.people(libm::exp(log_beta));
            let left = |(share, decay): &(f64, Vec<f64>)| share * self.survival(&people, decay)[MONTHS - 1];
            decays.iter().map(left).sum::<f64>() - retention
        };
        // near the default α, ln β is about 1.6 logits of the retention
        let odds = retention / (1.0 - retention);
        let start = near.map_or(0.5 + LOGITS * libm::log(odds), libm::log);
        libm::exp(rising_root(off, start, retention * (1.0 - retention) / LOGITS))
    }

    /// Shares of today's base left after each month of customers whose hazards are multiplied by each of `multiples`; roughly.
    pub fn survivals(&self, beta: f64, multiples: &[f64]) -> Vec<Survival> {
        let coarse = |column: &[f64]| column.iter().copied().step_by(COARSE).collect::<Vec<f64>>();
        let people = self.people(beta).map(|density| {
            let mut density = coarse(&density);
            let all: f64 = density.iter().sum();
            density.iter_mut().for_each(|d| *d /= all);
            density
        });
        let rest = coarse(&self.rest);
        multiples.iter().map(|multiple| self.survival(&people, &decay(&rest, *multiple))).collect()
    }

    /// The densities of newcomers and of the base over the grid, each of sum 1.
    fn people(&self, beta: f64) -> [Vec<f64>; 2] {
        let newcomers = self.density(beta);
        let base = self.history.base(&self.logits, &newcomers);
        [newcomers, base].map(|mut density| {
            let all: f64 = density.iter().sum();
            density.iter_mut().for_each(|d| *d /= all);
            density
        })
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
    fn survival(&self, [newcomers, base]: &[Vec<f64>; 2], decay: &[f64]) -> Survival {
        let mut sums = [[0.0; MONTHS]; 2];
        monthly([base, newcomers], decay, &mut sums);
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

/// (1 − θ)^multiple over the grid, from ln(1 − θ).
fn decay(rest: &[f64], multiple: f64) -> Vec<f64> {
    let mut decay: Vec<f64> = rest.iter().map(|rest| multiple * rest).collect();
    exponentials(&mut decay);
    decay
}

/// Where a rising function is 0, from `start` on, where its slope is about `slope`: secants, halved intervals where they lead astray.
fn rising_root(off: impl Fn(f64) -> f64, start: f64, slope: f64) -> f64 {
    let [mut low, mut high] = LOG_BETA;
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
        let part = HazardGroup { share: 1.0, multiple: a_month, purchases: Some(a_month) };
        let found = curve.solve_beta(exact, &[part], None);
        assert!((found / beta - 1.0).abs() < 1e-3, "{found}");
    }

    /// A new cohort with θ uniform and no change of needs: E[1 − (1−θ)^G] = G/(G + 1).
    #[test]
    fn the_share_leaving_is_that_of_the_integral() {
        let cohort = History::new(0.0, Some(1.0));
        let survivals = Curve::new(1.0, cohort, &mut Shapes::default()).survivals(1.0, &[0.5, 1.0, 3.0]);
        for (multiple, survival) in [0.5, 1.0, 3.0].into_iter().zip(survivals) {
            for (month, left) in survival.into_iter().enumerate() {
                let g = multiple * (month + 1) as f64;
                assert!((left - 1.0 / (g + 1.0)).abs() < 1e-4, "{g}: {left}");
            }
        }
    }
}
