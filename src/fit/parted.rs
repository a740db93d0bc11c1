//! One model of purchases with what customers are told apart by: groups whose rates differ by a factor, and the odds of leaving by another
//! (Fader & Hardie 2007, covariates that do not change with time).
//!
//! The rate of a customer of group g is Gamma distributed with shape r and rate α·exp(−γ_g): whoever is in it buys exp(γ_g) times as often.
//! Where customers leave after purchases, the first shape of the Beta distribution of that chance is a·exp(δ_g), so that odds are exp(δ_g)
//! times as large; where they leave at any time, the rate of the Gamma distribution of that is β·exp(−δ_g). In logarithms all of it is a
//! sum: the likelihood of each group has four derivatives, from which those of the whole follow.

use super::customers::Pasts;
use super::hill::{Hill, Summit, summit};
use super::known::Known;
use super::maximise::Estimate;
use super::model::Model;
use rayon::prelude::*;
use statrs::function::gamma::gamma_ur;

/// Parameters that all groups have in common.
const COMMON: usize = 4;

/// A model fitted to groups, the first of which the others are compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Parted {
    /// The model.
    pub model: Model,
    /// Logarithms of the parameters of the first group, then γ of each of the others, then δ of each.
    pub fit: Summit,
    /// How many groups there are.
    pub groups: usize,
    /// Whether the groups differ at all.
    pub differ: Ratio,
}

/// A test of likelihoods: whether what was let free fits better than by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// Twice the logarithm of the ratio of likelihoods.
    pub square: f64,
    /// How many more numbers the larger model has.
    pub degrees: u32,
    /// The chance of a value as large if they made no difference, by the χ² distribution.
    pub chance: f64,
}

impl Ratio {
    /// Of two logarithms of likelihoods, that of the larger model first.
    pub fn new(free: f64, bound: f64, degrees: u32) -> Self {
        let square = (2.0 * (free - bound)).max(0.0);
        let chance = if square > 0.0 { gamma_ur(0.5 * f64::from(degrees), 0.5 * square) } else { 1.0 };
        Self { square, degrees, chance }
    }
}

/// Groups under a model, as a likelihood.
struct Groups<'g> {
    model: Model,
    pasts: &'g [Pasts],
}

impl Hill for Groups<'_> {
    fn at(&self, point: &[f64]) -> (f64, Vec<f64>) {
        let groups = self.pasts.len();
        let one =
            |(group, pasts): (usize, &Pasts)| self.model.at(pasts, &logs(self.model, point, groups, group));
        let jets: Vec<_> = self.pasts.par_iter().enumerate().map(one).collect();
        let (mut value, mut slopes) = (0.0, vec![0.0; point.len()]);
        let (leaving, sign) = leaving(self.model);
        for (group, jet) in jets.into_iter().enumerate() {
            value += jet.value;
            for (sum, slope) in slopes.iter_mut().zip(jet.slope) {
                *sum += slope;
            }
            if group > 0 {
                slopes[rate_at(group)] -= jet.slope[1];
                slopes[leaving_at(groups, group)] += sign * jet.slope[leaving];
            }
        }
        (value, slopes)
    }

    fn weight(&self) -> f64 {
        self.pasts.iter().map(Pasts::customers).sum()
    }
}

/// Which parameter of leaving differs between groups, and whether it grows with the readiness to leave.
fn leaving(model: Model) -> (usize, f64) {
    match model {
        Model::BetaGeometric(_) => (2, 1.0),
        Model::ParetoNbd => (3, -1.0),
    }
}

fn rate_at(group: usize) -> usize {
    COMMON + group - 1
}

fn leaving_at(groups: usize, group: usize) -> usize {
    COMMON + groups - 1 + group - 1
}

/// Logarithms of the four parameters of a group.
fn logs(model: Model, point: &[f64], groups: usize, group: usize) -> [f64; COMMON] {
    let mut logs = std::array::from_fn(|k| point[k]);
    if group > 0 {
        let (leaving, sign) = leaving(model);
        logs[1] -= point[rate_at(group)];
        logs[leaving] += sign * point[leaving_at(groups, group)];
    }
    logs
}

impl Parted {
    /// Maximum likelihood; `alike` is the fit to all groups as one.
    pub fn new(model: Model, pasts: &[Pasts], alike: &Estimate<4>) -> Self {
        let groups = pasts.len();
        let mut start = alike.parameters.map(libm::log).to_vec();
        start.resize(COMMON + 2 * (groups - 1), 0.0);
        let fit = summit(&Groups { model, pasts }, &[start]);
        let differ = Ratio::new(fit.ln_likelihood, alike.ln_likelihood, 2 * (groups as u32 - 1));
        Self { model, fit, groups, differ }
    }

    /// The parameters of each group.
    pub fn parameters(&self) -> Vec<[f64; COMMON]> {
        self.at(&self.fit.point)
    }

    /// The parameters of each group at a point.
    pub fn at(&self, point: &[f64]) -> Vec<[f64; COMMON]> {
        (0..self.groups).map(|group| logs(self.model, point, self.groups, group).map(libm::exp)).collect()
    }

    /// By how much a group buys more often than the first, as logarithm of a factor.
    pub fn buys_more(&self, group: usize) -> Known {
        self.coordinate((group > 0).then(|| rate_at(group)))
    }

    /// By how much it leaves more readily, as logarithm of a factor.
    pub fn leaves_more(&self, group: usize) -> Known {
        self.coordinate((group > 0).then(|| leaving_at(self.groups, group)))
    }

    fn coordinate(&self, at: Option<usize>) -> Known {
        at.map_or(Known { value: 0.0, error: 0.0 }, |at| Known {
            value: self.fit.point[at],
            error: libm::sqrt(self.fit.covariance[at][at]),
        })
    }
}
