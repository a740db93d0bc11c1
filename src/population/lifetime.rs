//! How long customers will stay, in months whose money is discounted: what a residual lifetime value is made of.
//!
//! Who has the hazard h leaves in a month with the chance 1 − e^−hx, where x is what multiplies it, and after a month in which he has not
//! left his needs change with the chance ν: then h becomes that of a newcomer. Worth 1 at the end of each month in which he is a
//! customer, at the monthly discount factor d he is worth, with s = e^−hx,
//!
//! `A(h) = d·(1 + s·((1 − ν)·A(h) + ν·B))`, `B = E[A(h)]` over newcomers.
//!
//! With needs that never change and x = 1 the mean over sBG customers is the discounted expected residual lifetime of Fader & Hardie 2010;
//! with one hazard for all it is the margin multiple of Gupta & Lehmann 2003.

use super::logits::Logits;
use crate::random::{math, widest};

/// Every so many points of the grid of propensities one is taken: the mean over newcomers is smooth in the logit.
const COARSE: usize = 2;
/// Logarithms of the multiples between which the worth of newcomers is read, and their distance.
const MULTIPLES: [f32; 2] = [-3.0, 3.0];
/// See [`MULTIPLES`]; for mean purchases in a month, times the multiple.
const PURCHASES: [f32; 2] = [-7.0, 6.0];
const STEP: f32 = 0.25;
/// The least annual interest at which a time without end is looked at: without it, a few who never leave would be worth any sum.
pub const LEAST_INTEREST: f64 = 0.02;
/// Months after which hazards that run with tenure are looked at no further.
const FAR: usize = 600;

/// A distribution of newcomers' propensities to leave: hazards −ln(1 − θ) and their shares.
#[derive(Debug, Clone, Default)]
pub struct Newcomers {
    hazards: Vec<f32>,
    shares: Vec<f64>,
}

impl Newcomers {
    /// Of a density over a grid.
    pub fn new(logits: &Logits, density: &[f64]) -> Self {
        let all: f64 = density.iter().step_by(COARSE).sum();
        Self {
            hazards: logits.rest.iter().step_by(COARSE).map(|rest| -*rest as f32).collect(),
            shares: density.iter().step_by(COARSE).map(|density| density / all).collect(),
        }
    }

    /// The worth B, where a customer with each hazard stays for a month with the chance in `stays`.
    fn worth(&self, [factor, changes]: [f64; 2], stays: &[f32]) -> f64 {
        let kept = factor * (1.0 - changes);
        let [mut here, mut after] = [0.0; 2];
        for (stay, share) in stays.iter().zip(&self.shares) {
            let stay = f64::from(*stay);
            let months = share / (1.0 - kept * stay);
            here += months;
            after += months * stay;
        }
        factor * here / (1.0 - factor * changes * after)
    }
}

widest! {
    /// The chances to stay for a month with each hazard, of a month or of a purchase, and what multiplies it.
    fn chances(hazards: &[f32], times: f32, at_purchases: bool, stays: &mut [f32]) {
        for (stay, hazard) in stays.iter_mut().zip(hazards) {
            let hazard = if at_purchases { 1.0 - math::exp(-*hazard) } else { *hazard };
            *stay = math::exp(-hazard * times);
        }
    }
}

/// How customers leave in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaving {
    /// Hazard −ln(1 − θ) of a month, or of a purchase.
    pub hazard: f32,
    /// What multiplies it in the long run.
    pub multiple: f32,
    /// Hazard besides, which does not go with the propensity to leave.
    pub besides: f32,
    /// By what the hazard differs now from the long run, added up until it has faded.
    pub passing: f32,
    /// Purchases expected in a month.
    pub purchases: f32,
    /// The stratum by purchase rate, where newcomers of the strata leave differently; else 0.
    pub stratum: usize,
}

/// Expected discounted months of customers of a segment.
#[derive(Debug, Clone)]
pub struct Lifetime {
    factor: f32,
    changes: f32,
    at_purchases: bool,
    /// Hazards run with tenure: in month t, t^c − (t − 1)^c times that of the first.
    runs: f32,
    first: f32,
    /// Worth of a newcomer by the logarithm of the multiple, in each stratum or in all.
    newcomers: Vec<Vec<f32>>,
}

impl Lifetime {
    /// Of newcomers of each stratum, or of all, for a monthly discount `factor` and a monthly chance that needs change; `runs` is the exponent by which hazards run with tenure.
    pub fn new(strata: &[&Newcomers], factor: f64, changes: f64, at_purchases: bool, runs: f64) -> Self {
        let factor = factor.min(libm::pow(1.0 + LEAST_INTEREST, -1.0 / 12.0));
        let [from, to] = if at_purchases { PURCHASES } else { MULTIPLES };
        let points = ((to - from) / STEP) as usize + 1;
        let worth = |newcomers: &Newcomers, point: usize| {
            let mut stays = vec![0.0; newcomers.hazards.len()];
            chances(&newcomers.hazards, math::exp(from + STEP * point as f32), at_purchases, &mut stays);
            newcomers.worth([factor, changes], &stays) as f32
        };
        Self {
            factor: factor as f32,
            changes: changes as f32,
            at_purchases,
            runs: runs as f32,
            first: from,
            newcomers: strata.iter().map(|of| (0..points).map(|point| worth(of, point)).collect()).collect(),
        }
    }

    /// The worth of a customer who will pay 1 at the end of every month from the next on, as long as he stays. `tenure` counts the months
    /// since he joined.
    #[inline(always)]
    pub fn months(&self, who: &Leaving, tenure: f32) -> f32 {
        let stay = self.stay(who);
        let newcomer = self.newcomer(who);
        let kept = self.factor * stay * (1.0 - self.changes);
        let months = if self.runs == 1.0 {
            self.factor * (1.0 + stay * self.changes * newcomer) / (1.0 - kept)
        } else {
            self.running(who, tenure, newcomer)
        };
        // what passes has its weight on all months but the next
        months * math::exp(-math::smaller(who.passing * kept, 5.0))
    }

    /// The chance to stay for a month.
    #[inline(always)]
    pub fn stay(&self, who: &Leaving) -> f32 {
        let each = who.hazard * who.multiple;
        let hazard = if self.at_purchases { who.purchases * (1.0 - math::exp(-each)) } else { each };
        math::exp(-hazard - who.besides)
    }

    /// What he is worth once his needs have changed.
    #[inline(always)]
    fn newcomer(&self, who: &Leaving) -> f32 {
        let times = if self.at_purchases { who.purchases * who.multiple } else { who.multiple };
        let newcomers = &self.newcomers[who.stratum];
        let last = newcomers.len() - 1;
        let place = (math::ln(math::larger(times, 1e-6)) - self.first) / STEP;
        let place = math::smaller(math::larger(place, 0.0), last as f32);
        let cell = (place as usize).min(last.saturating_sub(1));
        let (here, next) = (newcomers[cell], newcomers[(cell + 1).min(last)]);
        let worth = (place - cell as f32).mul_add(next - here, here);
        worth / (1.0 + who.besides * worth / self.factor)
    }

    /// The same where hazards run with tenure; what becomes of those whose needs change is taken at the hazard of a first month.
    #[cold]
    fn running(&self, who: &Leaving, tenure: f32, newcomer: f32) -> f32 {
        let power = |tenure: f32| libm::powf(tenure.max(0.0), self.runs);
        let now = power(tenure.max(1.0)) - power(tenure.max(1.0) - 1.0);
        let (mut here, mut all, mut stayed) = (1.0f32, 0.0f32, tenure.max(1.0));
        for _ in 0..FAR {
            all += here * self.factor;
            let grown = (power(stayed + 1.0) - power(stayed)) / now;
            let stay = self.stay(&Leaving { multiple: who.multiple * grown, ..*who });
            all += here * self.factor * stay * self.changes * newcomer;
            here *= self.factor * stay * (1.0 - self.changes);
            stayed += 1.0;
            if here < 1e-5 {
                break;
            }
        }
        all
    }
}

/// Margin multiple r / (1 + i − r) (Gupta & Lehmann 2003): the value of a customer in years of margin, at the annual `retention` r and
/// cost of capital i for ever; the first margin comes a year from now, from those who are left. `None` where the sum does not converge.
pub fn margin_multiple(retention: f64, cost_of_capital: f64) -> Option<f64> {
    let gap = 1.0 + cost_of_capital - retention;
    (gap > 0.0).then(|| retention / gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcomers who all have this hazard.
    fn alike(hazard: f32) -> Newcomers {
        Newcomers { hazards: vec![hazard], shares: vec![1.0] }
    }

    fn leaving(hazard: f32, stratum: usize) -> Leaving {
        Leaving { hazard, multiple: 1.0, besides: 0.0, passing: 0.0, purchases: 2.0, stratum }
    }

    /// A newcomer who stays with the chance s for ever is worth B = d / (1 − d·s); a customer whose needs change is worth B of his own stratum.
    #[test]
    fn who_changes_becomes_a_newcomer_of_his_stratum() {
        let (factor, changes, hazard) = (0.98f64, 0.1f64, 0.05f32);
        let strata = [alike(0.2), alike(0.01)];
        let lifetime = Lifetime::new(&[&strata[0], &strata[1]], factor, changes, false, 1.0);
        let stays = f64::from(-hazard).exp();
        for (stratum, newcomer) in [0.2f64, 0.01].into_iter().enumerate() {
            let worth = factor / (1.0 - factor * (-newcomer).exp());
            let expected =
                factor * (1.0 + stays * changes * worth) / (1.0 - factor * stays * (1.0 - changes));
            let found = f64::from(lifetime.months(&leaving(hazard, stratum), 12.0));
            assert!((found / expected - 1.0).abs() < 1e-4, "{stratum}: {found} {expected}");
        }
    }

    /// Who leaves at purchases, two a month, stays for a month with the chance e^(−2·(1 − e^−h)).
    #[test]
    fn who_leaves_at_purchases_stays_by_their_number() {
        let all = alike(0.1);
        let stay = |at_purchases| Lifetime::new(&[&all], 0.99, 0.0, at_purchases, 1.0).stay(&leaving(0.3, 0));
        assert!((stay(false) - (-0.3f32).exp()).abs() < 1e-6);
        assert!((stay(true) - (-2.0 * (1.0 - (-0.3f32).exp())).exp()).abs() < 1e-6);
    }
}
