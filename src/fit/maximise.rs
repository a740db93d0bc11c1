//! Maximum likelihood: the best parameters, and how well the data know them.

use super::hill::{Hill, LIMIT, VAGUE, root, summit};
use super::jet::Jet;

/// Most looks at all data near a maximum, and the share of a standard error by which a step is too small to be taken.
const MOST_REFINED: usize = 6;
const NEAR: f64 = 0.003;

/// A model with `N` positive parameters, and the data it is to explain.
pub trait Likelihood<const N: usize> {
    /// Logarithm of the likelihood.
    fn ln(&self, parameters: [Jet<N>; N]) -> Jet<N>;

    /// Weight of the data, for the scale of the search: about the number of customers.
    fn weight(&self) -> f64;

    /// The likelihood at logarithms of the parameters, with its derivatives by them.
    fn at(&self, logs: &[f64; N]) -> Jet<N> {
        self.ln(std::array::from_fn(|k| {
            let value = libm::exp(logs[k]);
            let mut slope = [0.0; N];
            slope[k] = value;
            Jet { value, slope }
        }))
    }
}

/// What maximum likelihood has found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate<const N: usize> {
    /// The parameters.
    pub parameters: [f64; N],
    /// The logarithm of the likelihood there.
    pub ln_likelihood: f64,
    /// Covariance of the logarithms of the parameters, from the curvature of the likelihood.
    pub covariance: [[f64; N]; N],
}

impl<const N: usize> Estimate<N> {
    /// Standard errors of the parameters.
    pub fn errors(&self) -> [f64; N] {
        std::array::from_fn(|k| self.parameters[k] * libm::sqrt(self.covariance[k][k]))
    }

    /// Whether the data tell each parameter: false where the likelihood hardly changes with it.
    pub fn told(&self) -> [bool; N] {
        std::array::from_fn(|k| self.covariance[k][k] <= VAGUE * VAGUE)
    }

    /// Parameters as likely as the data allow: the logarithms moved by these standard normals.
    pub fn moved(&self, normals: [f64; N]) -> [f64; N] {
        let root = root(&self.covariance.map(|row| row.to_vec()));
        std::array::from_fn(|k| {
            let shift: f64 = (0..N).map(|j| root[k][j] * normals[j]).sum();
            self.parameters[k] * libm::exp(shift)
        })
    }
}

/// A likelihood over the logarithms of its parameters.
struct OfLogs<'m, M, const N: usize>(&'m M);

impl<M: Likelihood<N>, const N: usize> Hill for OfLogs<'_, M, N> {
    fn at(&self, point: &[f64]) -> (f64, Vec<f64>) {
        let jet = self.0.at(&std::array::from_fn(|k| point[k]));
        (jet.value, jet.slope.to_vec())
    }

    fn weight(&self) -> f64 {
        self.0.weight()
    }
}

/// The parameters that make the data likeliest, sought from each of `starts`.
pub fn maximise<const N: usize>(model: &impl Likelihood<N>, starts: &[[f64; N]]) -> Estimate<N> {
    let starts: Vec<Vec<f64>> = starts.iter().map(|start| start.map(libm::log).to_vec()).collect();
    let found = summit(&OfLogs(model), &starts);
    Estimate {
        parameters: std::array::from_fn(|k| libm::exp(found.point[k])),
        ln_likelihood: found.ln_likelihood,
        covariance: std::array::from_fn(|row| std::array::from_fn(|column| found.covariance[row][column])),
    }
}

/// The same near to where a likelihood of much the same shape has its maximum `near`, with a single look at the data for each step: Newton's method with the
/// curvature of that likelihood.
pub fn refine<const N: usize>(model: &impl Likelihood<N>, near: Estimate<N>) -> Estimate<N> {
    let mut logs = near.parameters.map(libm::log);
    let mut best = (logs, f64::NEG_INFINITY);
    for _ in 0..MOST_REFINED {
        let here = model.at(&logs);
        if !(here.value.is_finite() && here.value > best.1) {
            break;
        }
        best = (logs, here.value);
        let step: [f64; N] =
            std::array::from_fn(|k| (0..N).map(|j| near.covariance[k][j] * here.slope[j]).sum());
        // the square of the step in standard errors
        let size: f64 = step.iter().zip(here.slope).map(|(step, slope)| step * slope).sum();
        if !(size.is_finite() && size > NEAR * NEAR) {
            break;
        }
        logs = std::array::from_fn(|k| (logs[k] + step[k]).clamp(-LIMIT, LIMIT));
    }
    Estimate { parameters: best.0.map(libm::exp), ln_likelihood: best.1, ..near }
}
