//! Draws from distributions, one at a time, for what is no column of customers.

use super::normal;
use rand::Rng;

/// A uniform number strictly between 0 and 1, in steps of 2⁻⁵³.
pub fn uniform(rng: &mut impl Rng) -> f64 {
    ((rng.next_u64() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
}

/// The logarithm of a draw from the Gamma distribution with this shape and scale 1 (Marsaglia & Tsang 2000): of tiny shapes, draws are too
/// small for numbers, their logarithms are not.
pub fn ln_gamma(rng: &mut impl Rng, shape: f64) -> f64 {
    if shape < 1.0 {
        let above = ln_gamma(rng, shape + 1.0);
        return above + libm::log(uniform(rng)) / shape;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / libm::sqrt(9.0 * d);
    loop {
        let z = normal::quantile(uniform(rng));
        let cube = 1.0 + c * z;
        if cube <= 0.0 {
            continue;
        }
        let v = cube * cube * cube;
        if libm::log(uniform(rng)) < 0.5 * z * z + d - d * v + d * libm::log(v) {
            return libm::log(d * v);
        }
    }
}

/// Times until the next event of a process of this rate; none of a process that has none.
pub fn wait(rng: &mut impl Rng, rate: f64) -> f64 {
    -libm::log(uniform(rng)) / rate
}

/// Events of a process of this rate in one unit of time.
pub fn poisson(rng: &mut impl Rng, rate: f64) -> u64 {
    if rate <= 0.0 {
        return 0;
    }
    let (mut count, mut time) = (0, wait(rng, rate));
    while time < 1.0 {
        count += 1;
        time += wait(rng, rate);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::{Purpose, StreamKey};
    use super::*;

    /// Means and variances of 40,000 draws lie within five standard errors.
    #[test]
    fn draws_have_the_moments_of_their_distributions() {
        const DRAWS: usize = 40_000;
        let mut rng = StreamKey { seed: 5, trial: 0, a: 0, b: 0, purpose: Purpose::Shoppers }.rng();
        for shape in [0.05, 0.8, 1.0, 6.5] {
            let all: Vec<f64> = (0..DRAWS).map(|_| libm::exp(ln_gamma(&mut rng, shape))).collect();
            let (mean, variance) = moments(&all);
            let n = DRAWS as f64;
            assert!((mean - shape).abs() < 5.0 * libm::sqrt(shape / n), "{shape}: {mean}");
            let error = shape * libm::sqrt((6.0 / shape + 2.0) / n);
            assert!((variance - shape).abs() < 5.0 * error, "{shape}: {variance}");
        }
        let all: Vec<f64> = (0..DRAWS).map(|_| poisson(&mut rng, 2.5) as f64).collect();
        let (mean, variance) = moments(&all);
        assert!((mean - 2.5).abs() < 0.04 && (variance - 2.5).abs() < 0.1, "{mean} {variance}");
        assert_eq!(poisson(&mut rng, 0.0), 0);
    }

    fn moments(all: &[f64]) -> (f64, f64) {
        let n = all.len() as f64;
        let mean = all.iter().sum::<f64>() / n;
        (mean, all.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n)
    }
}
