//! Pareto/NBD (Schmittlein, Morrison & Colombo 1987): Poisson purchases at rate λ until the customer leaves, which he may do at any time at
//! rate μ. Over customers λ is Gamma distributed with r and α, μ with s and β.

use super::customers::{Past, Pasts};
use super::jet::{Jet, rising};
use super::maximise::Likelihood;

/// The model with data.
pub struct ParetoNbd<'p> {
    /// The customers.
    pub pasts: &'p Pasts,
}

/// Nodes and weights of Gauss–Legendre integration with ten points on −1..1, the half of positive nodes.
const NODES: [(f64, f64); 5] = [
    (0.148_874_338_981_631_2, 0.295_524_224_714_752_87),
    (0.433_395_394_129_247_2, 0.269_266_719_309_996_35),
    (0.679_409_568_299_024_4, 0.219_086_362_515_982_04),
    (0.865_063_366_688_984_5, 0.149_451_349_150_580_6),
    (0.973_906_528_517_171_7, 0.066_671_344_308_688_14),
];
/// Parts of an integral below e^−NOTHING of the rest are left out.
const NOTHING: f64 = 42.0;

/// ln of s/β-weighted time in which the customer may have left: `s ∫ (α+τ)^−(r+x) (β+τ)^−(s+1) dτ` from the last purchase to the end of
/// observation, with its derivatives; and ln of `(α+T)^−(r+x) (β+T)^−s`, of having stayed.
///
/// The integral has no differences of nearly equal numbers, as the usual form by hypergeometric functions has: it is taken in the logarithm
/// of time, in panels short enough for ten points to be exact.
fn left_or_stayed(past: &Past, [r, alpha, s, beta]: &[Jet<4>; 4]) -> (Jet<4>, Jet<4>) {
    let shape = r.plus(f64::from(past.repeats));
    let (alpha_end, beta_end) = (alpha.plus(past.age).ln(), beta.plus(past.age).ln());
    let stayed = -(shape * alpha_end) - *s * beta_end;
    let from = shape.value * libm::log(alpha.value + past.recency)
        + (s.value + 1.0) * libm::log(beta.value + past.recency);
    let sums = integral(past, [shape.value, alpha.value, s.value, beta.value], from);
    let [all, ln_a, inverse_a, ln_b, inverse_b] = sums;
    let value = libm::log(all) - from;
    if all <= 0.0 {
        return (Jet::constant(f64::NEG_INFINITY), stayed);
    }
    let mean = |sum: f64| sum / all;
    // derivatives under the integral by r, α, s, β
    let slope =
        [-mean(ln_a), -shape.value * mean(inverse_a), -mean(ln_b), -(s.value + 1.0) * mean(inverse_b)];
    let by = [r, alpha, s, beta];
    let mut total = Jet::constant(value);
    for (derivative, parameter) in slope.into_iter().zip(by) {
        for k in 0..4 {
            total.slope[k] += derivative * parameter.slope[k];
        }
    }
    (total + s.ln(), stayed)
}

/// The integral of [`panel`] from the last purchase to the end of observation; what comes to nothing is left out.
fn integral(past: &Past, parameters: [f64; 4], from: f64) -> [f64; 5] {
    let [shape, alpha, s, beta] = parameters;
    let near = alpha.min(beta);
    let (mut u, end) = (libm::log(near + past.recency), libm::log(near + past.age));
    let mut sums = [0.0; 5];
    while u < end {
        let time = libm::exp(u);
        let steep = shape * time / (time + alpha - near) + (s + 1.0) * time / (time + beta - near) - 1.0;
        let width = (4.0 / (1.0 + steep.max(0.0))).min(1.0).min(end - u);
        let before = sums[0];
        panel(&mut sums, [u, width], near, parameters, from);
        u += width;
        if steep > 0.0 && (sums[0] - before) < libm::exp(-NOTHING) * sums[0] {
            break;
        }
    }
    sums
}

/// Adds one panel of the integral: of 1, ln(α+τ), 1/(α+τ), ln(β+τ), 1/(β+τ) times the integrand.
fn panel(sums: &mut [f64; 5], [u, width]: [f64; 2], near: f64, [shape, alpha, s, beta]: [f64; 4], from: f64) {
    let (middle, half) = (u + 0.5 * width, 0.5 * width);
    for (node, weight) in NODES {
        for at in [middle - half * node, middle + half * node] {
            let time = libm::exp(at);
            let (to_a, to_b) = (time - near + alpha, time - near + beta);
            let (ln_a, ln_b) = (libm::log(to_a), libm::log(to_b));
            let part = half * weight * libm::exp(at - shape * ln_a - (s + 1.0) * ln_b + from);
            for (sum, factor) in sums.iter_mut().zip([1.0, ln_a, 1.0 / to_a, ln_b, 1.0 / to_b]) {
                *sum += part * factor;
            }
        }
    }
}

/// Probability that a customer with this past is still active.
pub fn active(past: &Past, parameters: [f64; 4]) -> f64 {
    let (left, stayed) = left_or_stayed(past, &parameters.map(Jet::constant));
    1.0 / (1.0 + libm::exp(left.value - stayed.value))
}

impl Likelihood<4> for ParetoNbd<'_> {
    fn ln(&self, parameters: [Jet<4>; 4]) -> Jet<4> {
        let [r, alpha, s, beta] = parameters;
        let rates = rising(r, self.pasts.most_repeats());
        let (mut sum, scale) = (Jet::constant(0.0), r * alpha.ln() + s * beta.ln());
        for (past, weight) in self.pasts.cells() {
            let (left, stayed) = left_or_stayed(past, &parameters);
            let one = rates[past.repeats as usize] + scale + stayed.ln_add_exp(left);
            sum = sum + one.times(*weight);
        }
        sum
    }

    fn weight(&self) -> f64 {
        self.pasts.customers()
    }
}
