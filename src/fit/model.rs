//! The models of purchases by one name: fitted, compared, asked for forecasts.

use super::beta_geometric::{BetaGeometric, WithPasts};
use super::counts;
use super::customers::{Past, Pasts};
use super::jet::Jet;
use super::maximise::{Estimate, Likelihood, maximise, refine};
use super::pareto::{self, ParetoNbd};

/// A model of purchases without contract. All have four parameters: shape and rate of the purchase rate over customers, and two of leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// Customers leave after purchases.
    BetaGeometric(BetaGeometric),
    /// Customers leave at any time.
    ParetoNbd,
}

/// Where the search for parameters begins.
const STARTS: [[f64; 4]; 2] = [[0.5, 5.0, 0.7, 2.5], [1.0, 10.0, 1.0, 10.0]];

impl Model {
    /// All of them, the best known first.
    pub const ALL: [Self; 7] = [
        Self::BetaGeometric(BetaGeometric::BG_NBD),
        Self::BetaGeometric(BetaGeometric::MBG_NBD),
        Self::ParetoNbd,
        Self::BetaGeometric(BetaGeometric { regularity: 2, leaves_at_first: false }),
        Self::BetaGeometric(BetaGeometric { regularity: 2, leaves_at_first: true }),
        Self::BetaGeometric(BetaGeometric { regularity: 3, leaves_at_first: false }),
        Self::BetaGeometric(BetaGeometric { regularity: 3, leaves_at_first: true }),
    ];

    /// As it is called in the literature.
    pub fn name(self) -> &'static str {
        match self {
            Self::ParetoNbd => "Pareto/NBD",
            Self::BetaGeometric(BetaGeometric { regularity: 1, leaves_at_first: false }) => "BG/NBD",
            Self::BetaGeometric(BetaGeometric { regularity: 1, leaves_at_first: true }) => "MBG/NBD",
            Self::BetaGeometric(BetaGeometric { regularity: 2, leaves_at_first: false }) => "BG/CNBD-2",
            Self::BetaGeometric(BetaGeometric { regularity: 2, leaves_at_first: true }) => "MBG/CNBD-2",
            Self::BetaGeometric(BetaGeometric { leaves_at_first: false, .. }) => "BG/CNBD-3",
            Self::BetaGeometric(BetaGeometric { leaves_at_first: true, .. }) => "MBG/CNBD-3",
        }
    }

    /// Names of the parameters.
    pub fn parameters(self) -> [&'static str; 4] {
        match self {
            Self::BetaGeometric(_) => ["r", "alpha", "a", "b"],
            Self::ParetoNbd => ["r", "alpha", "s", "beta"],
        }
    }

    /// Phases between purchases: 1 if they come at random.
    pub fn regularity(self) -> u32 {
        match self {
            Self::BetaGeometric(model) => model.regularity,
            Self::ParetoNbd => 1,
        }
    }

    /// Maximum likelihood. Of many different pasts as many as tell the shape of the likelihood lead near to the maximum; the last steps are by all.
    pub fn fit(self, pasts: &Pasts) -> Estimate<4> {
        self.fit_by(pasts, &pasts.condensed())
    }

    /// The same by these few that stand for all.
    pub(super) fn fit_by(self, pasts: &Pasts, few: &Pasts) -> Estimate<4> {
        let near = self.fit_from(few, &STARTS);
        if few.cells().len() == pasts.cells().len() {
            return near;
        }
        match self {
            Self::BetaGeometric(model) => refine(&WithPasts { model, pasts }, near),
            Self::ParetoNbd => refine(&ParetoNbd { pasts }, near),
        }
    }

    /// The same, sought from given parameters on.
    pub fn fit_from(self, pasts: &Pasts, starts: &[[f64; 4]]) -> Estimate<4> {
        match self {
            Self::BetaGeometric(model) => maximise(&WithPasts { model, pasts }, starts),
            Self::ParetoNbd => maximise(&ParetoNbd { pasts }, starts),
        }
    }

    /// The likelihood at logarithms of the parameters, with its derivatives by them.
    pub fn at(self, pasts: &Pasts, logs: &[f64; 4]) -> Jet<4> {
        match self {
            Self::BetaGeometric(model) => WithPasts { model, pasts }.at(logs),
            Self::ParetoNbd => ParetoNbd { pasts }.at(logs),
        }
    }

    /// Logarithm of the likelihood of these parameters: a density over the times of purchases.
    pub fn ln_likelihood(self, pasts: &Pasts, parameters: [f64; 4]) -> f64 {
        let jets = parameters.map(Jet::constant);
        match self {
            Self::BetaGeometric(model) => WithPasts { model, pasts }.ln(jets).value,
            Self::ParetoNbd => ParetoNbd { pasts }.ln(jets).value,
        }
    }

    /// Probability that a customer with this past is still active.
    pub fn active(self, past: &Past, parameters: [f64; 4]) -> f64 {
        match self {
            Self::BetaGeometric(model) => model.active(past, parameters),
            Self::ParetoNbd => pareto::active(past, parameters),
        }
    }

    /// Purchases to be expected of a customer with this past in the next `weeks`.
    pub fn expected(self, past: &Past, parameters: [f64; 4], weeks: f64) -> f64 {
        if weeks <= 0.0 {
            return 0.0;
        }
        match self {
            Self::BetaGeometric(model) => model.expected(past, parameters, weeks),
            Self::ParetoNbd => counts::expected_pareto(past, parameters, weeks),
        }
    }

    /// Probabilities that such a customer makes at least 1, 2, … purchases in the next `weeks`; not known in closed form of Pareto/NBD.
    pub fn at_least(self, past: &Past, parameters: [f64; 4], weeks: f64) -> Option<Vec<f64>> {
        match self {
            Self::BetaGeometric(model) => Some(model.at_least(past, parameters, weeks)),
            Self::ParetoNbd => None,
        }
    }

    /// Customers who are still active, by their chances.
    pub fn still_active(self, pasts: &Pasts, parameters: [f64; 4]) -> f64 {
        pasts.cells().iter().map(|(past, count)| count * self.active(past, parameters)).sum()
    }

    /// Purchases that all customers are expected to make in the next `weeks`.
    pub fn total(self, pasts: &Pasts, parameters: [f64; 4], weeks: f64) -> f64 {
        pasts.cells().iter().map(|(past, count)| count * self.expected(past, parameters, weeks)).sum()
    }
}
