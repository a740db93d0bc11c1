//! Purchases of customers who may leave after each purchase: BG/NBD (Fader, Hardie & Lee 2005), MBG/NBD (Batislam, Denizel & Filiztekin
//! 2007), and the same with regular purchases, (M)BG/CNBD-k (Platzer & Reutterer 2016).
//!
//! While active a customer buys at times whose gaps are Erlang distributed with k phases of rate λ (k = 1: a Poisson process); λ is Gamma
//! distributed over customers with shape r and rate α. After a purchase he leaves with probability p, Beta distributed with a and b.

use super::customers::{Past, Pasts};
use super::jet::{Jet, rising};
use super::maximise::Likelihood;

/// A model of this family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BetaGeometric {
    /// Phases between purchases, from 1: the more, the more regular.
    pub regularity: u32,
    /// Whether customers may leave right after their first purchase (MBG), or only after a repeat (BG).
    pub leaves_at_first: bool,
}

/// The model with data.
pub struct WithPasts<'p> {
    /// The model.
    pub model: BetaGeometric,
    /// The customers.
    pub pasts: &'p Pasts,
}

impl BetaGeometric {
    /// BG/NBD.
    pub const BG_NBD: Self = Self { regularity: 1, leaves_at_first: false };
    /// MBG/NBD.
    pub const MBG_NBD: Self = Self { regularity: 1, leaves_at_first: true };

    /// Purchases after which the customer was free to leave.
    fn chances(self, past: &Past) -> f64 {
        f64::from(past.repeats) + if self.leaves_at_first { 1.0 } else { 0.0 }
    }

    /// Logarithm of the odds of having left, given the past.
    fn ln_odds(self, past: &Past, [r, alpha, a, b]: &[Jet<4>; 4]) -> Option<Jet<4>> {
        let chances = self.chances(past);
        if chances < 1.0 {
            return None;
        }
        let phases = r.plus(f64::from(past.repeats * self.regularity));
        let longer = alpha.plus(past.age).ln() - alpha.plus(past.recency).ln();
        Some(a.ln() - b.plus(chances - 1.0).ln() + phases * longer)
    }

    /// Weights of the phases in which an active customer may be since the last purchase; they add up to Σ.
    fn phases(self, past: &Past, [r, alpha, ..]: &[Jet<4>; 4]) -> Vec<Jet<4>> {
        let shape = r.plus(f64::from(past.repeats * self.regularity));
        let part = alpha.plus(past.age).inverse().times(past.age - past.recency);
        let mut weight = Jet::constant(1.0);
        let mut all = vec![weight];
        for phase in 1..self.regularity {
            weight = weight * shape.plus(f64::from(phase - 1)) * part.times(1.0 / f64::from(phase));
            all.push(weight);
        }
        all
    }

    /// Probability that a customer with this past is still active.
    pub fn active(self, past: &Past, parameters: [f64; 4]) -> f64 {
        let jets = parameters.map(Jet::constant);
        let waiting: f64 = self.phases(past, &jets).iter().map(|weight| weight.value).sum();
        let left = self.ln_odds(past, &jets).map_or(0.0, |odds| libm::exp(odds.value));
        waiting / (waiting + left)
    }

    /// Probabilities of the phases since the last purchase, of a customer who is active.
    pub fn phase_shares(self, past: &Past, parameters: [f64; 4]) -> Vec<f64> {
        let weights: Vec<f64> =
            self.phases(past, &parameters.map(Jet::constant)).iter().map(|weight| weight.value).collect();
        let all: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / all).collect()
    }
}

impl Likelihood<4> for WithPasts<'_> {
    fn ln(&self, parameters: [Jet<4>; 4]) -> Jet<4> {
        let [r, alpha, a, b] = parameters;
        let (model, k) = (self.model, self.model.regularity);
        let most = self.pasts.most_repeats();
        let rates = rising(r, most * k as usize);
        // Π (b + j)/(a + b + j): the chance to stay, summed so that a small a is not lost in a large b
        let mut stays = vec![Jet::constant(0.0)];
        for n in 0..=most {
            let next = b.plus(n as f64).ln() - (a + b).plus(n as f64).ln();
            stays.push(stays[n] + exact(next, a, b.plus(n as f64)));
        }
        let (mut sum, scale) = (Jet::constant(0.0), r * alpha.ln());
        for (past, weight) in self.pasts.cells() {
            let x = past.repeats as usize;
            let shape = r.plus((x * k as usize) as f64);
            let seen = rates[x * k as usize] + scale - shape * alpha.plus(past.age).ln();
            let waiting = if k == 1 {
                Jet::constant(0.0)
            } else {
                model
                    .phases(past, &parameters)
                    .into_iter()
                    .fold(Jet::constant(0.0), |all, one| all + one)
                    .ln()
            };
            let either = model.ln_odds(past, &parameters).map_or(waiting, |odds| waiting.ln_add_exp(odds));
            sum = sum + (seen + stays[model.chances(past) as usize] + either).times(*weight);
        }
        sum.plus(f64::from(k - 1) * self.pasts.ln_gaps() - self.pasts.repeats() * ln_factorial(k - 1))
    }

    fn weight(&self) -> f64 {
        self.pasts.customers()
    }
}

/// ln(b/(a + b)) with the value by `log1p`, exact for a much smaller than b.
fn exact(plain: Jet<4>, a: Jet<4>, b: Jet<4>) -> Jet<4> {
    Jet { value: -libm::log1p(a.value / b.value), ..plain }
}

fn ln_factorial(n: u32) -> f64 {
    (1..=n).map(|i| libm::log(f64::from(i))).sum()
}
