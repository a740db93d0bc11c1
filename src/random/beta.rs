//! The Beta distribution in `f64`, on `libm` alone: the same bits on every machine.

/// How far the probability below a value may be off, as a part of it.
const EXACT: f64 = 1e-6;

/// A Beta distribution on 0..1 with density proportional to `x^(a−1)·(1−x)^(b−1)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    a: f64,
    b: f64,
    ln_norm: f64,
}

impl Beta {
    /// The distribution with these two positive shapes.
    pub fn new(a: f64, b: f64) -> Self {
        Self { a, b, ln_norm: libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b) }
    }

    fn mirrored(self) -> Self {
        Self { a: self.b, b: self.a, ..self }
    }

    /// Density at `x`.
    pub fn density(self, x: f64) -> f64 {
        libm::exp((self.a - 1.0) * libm::log(x) + (self.b - 1.0) * libm::log1p(-x) - self.ln_norm)
    }

    /// Probability of a value up to `x`: the regularised incomplete beta function.
    pub fn cdf(self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if x >= 1.0 {
            1.0
        } else if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            self.series(x)
        } else {
            1.0 - self.mirrored().series(1.0 - x)
        }
    }

    /// Continued fraction for the lower part (Olver et al. 2010, 8.17.22), evaluated by Lentz's method.
    fn series(self, x: f64) -> f64 {
        const TINY: f64 = 1e-300;
        let away_from_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
        let (a, b) = (self.a, self.b);
        let mut c = 1.0;
        let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
        let mut fraction = d;
        for m in 1..500 {
            let m = f64::from(m);
            let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
            let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
            let mut change = 1.0;
            for term in [even, odd] {
                d = 1.0 / away_from_zero(1.0 + term * d);
                c = away_from_zero(1.0 + term / c);
                change = c * d;
                fraction *= change;
            }
            if (change - 1.0).abs() < 1e-16 {
                break;
            }
        }
        self.density(x) * x * (1.0 - x) * fraction / a
    }

    /// The value below which lies probability `below`, with `above` = 1 − `below` given apart so that both tails are
    /// resolved.
    pub fn quantile(self, below: f64, above: f64) -> f64 {
        if below <= above { self.lower_quantile(below) } else { 1.0 - self.mirrored().lower_quantile(above) }
    }

    /// By Newton's method, and by halving where that loses its way: where nearly all lies at one value, or at both ends.
    fn lower_quantile(self, p: f64) -> f64 {
        if p <= 0.0 {
            return 0.0;
        }
        let x = self.newton(p);
        if (self.cdf(x) / p - 1.0).abs() < EXACT { x } else { self.halved(p) }
    }

    /// Among all numbers from 0 to 1, which lie as their bits do: as exact near 0 as elsewhere.
    fn halved(self, p: f64) -> f64 {
        let (mut low, mut high) = (0, 1_f64.to_bits());
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.cdf(f64::from_bits(middle)) < p {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::from_bits(high)
    }

    /// Newton's method on the logarithms, where the tail is nearly straight.
    fn newton(self, p: f64) -> f64 {
        let ln_p = libm::log(p);
        // leading term of the distribution function at 0
        let mut x = libm::exp((ln_p + libm::log(self.a) + self.ln_norm) / self.a).min(0.5);
        for _ in 0..100 {
            let reached = self.cdf(x);
            let step = (libm::log(reached) - ln_p) * reached / (self.density(x) * x);
            let next = (x * libm::exp(-step)).min(0.5 * (1.0 + x));
            let moved = (next / x - 1.0).abs();
            x = next;
            if moved < 1e-14 {
                break;
            }
        }
        x
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::function::beta::beta_reg;

    const SHAPES: [(f64, f64); 7] =
        [(1.0, 5.0), (5.0, 1.0), (3.0, 3.0), (1.5, 4.5), (2.2, 3.8), (0.7, 1.4), (40.0, 3.0)];

    /// An independent implementation of the same function.
    #[test]
    fn distribution_agrees_with_statrs() {
        for (a, b) in SHAPES {
            for step in 1..100 {
                let x = f64::from(step) / 100.0;
                let difference = Beta::new(a, b).cdf(x) - beta_reg(a, b, x);
                assert!(difference.abs() < 1e-12, "{a} {b} {x}: {difference:e}");
            }
        }
    }

    #[test]
    fn quantile_undoes_the_distribution() {
        for (a, b) in SHAPES {
            let beta = Beta::new(a, b);
            for p in [1e-15, 1e-9, 1e-4, 0.01, 0.2, 0.5] {
                assert!((beta.cdf(beta.quantile(p, 1.0 - p)) / p - 1.0).abs() < 1e-11, "{a} {b} {p}");
                if p < 0.5 {
                    assert_eq!(beta.quantile(1.0 - p, p), 1.0 - beta.mirrored().quantile(p, 1.0 - p));
                }
            }
        }
    }

    /// Shapes at which Newton's method ends somewhere else.
    #[test]
    fn quantiles_are_found_whatever_the_shapes() {
        for (a, b) in [(0.05, 0.02), (1.0 + 1e-3, 1e-3), (1e4, 3e4), (0.25e6 + 1.0, 0.75e6), (2e-3, 5.0)] {
            let beta = Beta::new(a, b);
            for p in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999] {
                let x = beta.quantile(p, 1.0 - p);
                if x < 1e-290 {
                    continue; // smaller numbers lie too far apart
                }
                // near 1 numbers do, too
                let gap = if x > 0.5 { (1e-9 * (1.0 - x)).max(1e-15) } else { 1e-9 * x };
                let (under, over) = (beta.cdf(x - gap), beta.cdf(x + gap));
                assert!(under <= p * (1.0 + 1e-5) && p <= over * (1.0 + 1e-5) + 1e-9, "{a} {b} {p}: {x}");
            }
        }
    }

    #[test]
    fn ends_have_no_probability_outside() {
        let beta = Beta::new(1.0, 5.0);
        assert_eq!([beta.quantile(0.0, 1.0), beta.quantile(1.0, 0.0)], [0.0, 1.0]);
        assert_eq!([beta.cdf(-1.0), beta.cdf(2.0)], [0.0, 1.0]);
    }
}
