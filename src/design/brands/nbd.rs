//! How often people buy in a category: Poisson purchases at rates that follow a Gamma distribution (Ehrenberg 1959).

/// A negative binomial distribution of purchases in a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nbd {
    /// Mean purchases, of buyers and others.
    pub mean: f64,
    /// Shape K of the Gamma distribution of rates: the smaller, the more people differ.
    pub shape: f64,
}

/// Shapes searched.
const SHAPES: (f64, f64) = (1e-8, 1e4);
/// Purchases in the time beyond which no count goes.
const LONGEST: usize = 50_000;
/// Probability that may be left out beyond the last count.
const LEFT_OUT: f64 = 1e-11;

impl Nbd {
    /// The one of which a share `penetration` buys at all, `rate` times each; `None` if there is no such one.
    pub fn of_buyers(penetration: f64, rate: f64) -> Option<Self> {
        let mean = penetration * rate;
        let buy = |shape: f64| Self { mean, shape }.penetration();
        let shape = solved(SHAPES, |shape| buy(shape) - penetration)?;
        Some(Self { mean, shape })
    }

    /// The one of this shape whose buyers buy `rate` times each.
    pub fn of_shape(shape: f64, rate: f64) -> Option<Self> {
        let per_buyer = |mean: f64| mean / Self { mean, shape }.penetration();
        let mean = solved((1e-9, rate), |mean| per_buyer(mean) - rate)?;
        Some(Self { mean, shape })
    }

    /// The same over a time so many times as long.
    pub fn over(self, times: f64) -> Self {
        Self { mean: self.mean * times, ..self }
    }

    /// The same of a part of the purchases, drawn by lot.
    pub fn part(self, share: f64) -> Self {
        self.over(share)
    }

    /// Share of people who buy at all.
    pub fn penetration(self) -> f64 {
        -libm::expm1(-self.shape * libm::log1p(self.mean / self.shape))
    }

    /// Probability of each number of purchases, from none on.
    pub fn probabilities(self) -> Vec<f64> {
        let Self { mean, shape } = self;
        let step = libm::log(mean / (mean + shape));
        let mut ln = -shape * libm::log1p(mean / shape);
        let (mut all, mut sum) = (Vec::new(), 0.0);
        for n in 0..LONGEST {
            let p = libm::exp(ln);
            sum += p;
            all.push(p);
            if sum > 1.0 - LEFT_OUT {
                break;
            }
            ln += libm::log((shape + n as f64) / (n + 1) as f64) + step;
        }
        all
    }
}

/// Where `gap`, which rises or falls throughout, is zero between two positive bounds, halved by their ratio.
pub(super) fn solved((low, high): (f64, f64), gap: impl Fn(f64) -> f64) -> Option<f64> {
    let rises = gap(high) > gap(low);
    if (gap(low) > 0.0) == (gap(high) > 0.0) {
        return None;
    }
    let (mut low, mut high) = (low, high);
    for _ in 0..200 {
        let middle = libm::sqrt(low * high);
        if (gap(middle) > 0.0) == rises {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(libm::sqrt(low * high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn penetration_and_rate_give_mean_and_shape() {
        let found = Nbd::of_buyers(0.56, 2.6).unwrap();
        assert!((found.mean - 1.456).abs() < 1e-12 && (found.shape - 0.7788).abs() < 1e-4, "{found:?}");
        let again = Nbd::of_shape(found.shape, 2.6).unwrap();
        assert!((again.mean - found.mean).abs() < 1e-9);
        assert_eq!(Nbd::of_buyers(0.9, 1.5), None);
    }

    #[test]
    fn probabilities_add_up_also_where_nobody_stays_away() {
        for (mean, shape) in [(1.456, 0.78), (900.0, 5_000.0), (60.0, 0.2)] {
            let all = Nbd { mean, shape }.probabilities();
            let sum: f64 = all.iter().sum();
            let found: f64 = all.iter().enumerate().map(|(n, p)| n as f64 * p).sum();
            assert!((sum - 1.0).abs() < 1e-9 && (found / mean - 1.0).abs() < 1e-6, "{mean} {shape}: {found}");
        }
    }
}
