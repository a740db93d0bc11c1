//! Leaving at purchases: what is left of customers who buy at random, and may go at each purchase.

use super::propensity::Curve;
use crate::random::{double, widest};

impl Curve {
    /// The same, for customers who leave at purchases: a year's sum of multiples is then a mean, about which purchases are Poisson
    /// distributed, and E[(1−θ)^G] = e^−θG.
    pub fn at_purchases(mut self) -> Self {
        self.rest.iter_mut().for_each(|rest| *rest = libm::expm1(*rest));
        self
    }

    /// β such that a share `retention` of today's base is left after a year in which customers make so many purchases on average, whose
    /// hazard multiples add up to `multiples`. `near` is where to look first.
    ///
    /// A customer with θ who makes a Poisson number of purchases with mean Λ is left with the chance exp(−Λ·(1 − (1−θ)^h)), where h is the mean
    /// multiple of a purchase. Who does not buy cannot leave.
    pub fn solve_beta_of_buyers(
        &self,
        retention: f64,
        purchases: &[f64],
        multiples: &[f64],
        near: Option<f64>,
    ) -> f64 {
        let mut left = vec![0.0; self.logits.rest.len()];
        let mut each = left.clone();
        for (purchases, multiple) in purchases.iter().zip(multiples) {
            let h = multiple / purchases.max(1e-12);
            stay(&self.logits.rest, h, *purchases, &mut each);
            left.iter_mut().zip(&each).for_each(|(sum, each)| *sum += each);
        }
        let customers = purchases.len().max(1) as f64;
        left.iter_mut().for_each(|sum| *sum /= customers);
        self.solve_beta_for(retention, &left, near)
    }
}

widest! {
    /// exp(−Λ·(1 − (1−θ)^h)) for each ln(1−θ).
    fn stay(logs: &[f64], h: f64, purchases: f64, out: &mut [f64]) {
        for (left, log) in out.iter_mut().zip(logs) {
            *left = double::exp(purchases * (double::exp(h * log) - 1.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::population::Shapes;

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
        let curve = Curve::new(alpha, 1.0, &mut Shapes::default());
        let found = curve.solve_beta_of_buyers(exact, &[purchases; 4], &[purchases; 4], None);
        assert!((found / beta - 1.0).abs() < 1e-3, "{found}");
    }
}
