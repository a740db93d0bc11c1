//! Means, variances, and what lies between and within customers.

pub fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len() as f64
}

/// Sample variance.
pub fn variance(x: &[f64]) -> f64 {
    let m = mean(x);
    x.iter().map(|v| (v - m) * (v - m)).sum::<f64>() / (x.len() as f64 - 1.0)
}

/// How repeated observations of several customers vary.
pub struct Spread {
    /// Customers with at least two observations.
    pub customers: usize,
    /// Mean of their means.
    pub mean: f64,
    /// Variance of customers' true means: that of the observed means less the sampling error in them.
    pub between: f64,
    /// Mean variance within a customer.
    pub within: f64,
    /// Coefficient of variation within a customer: mean squared deviation over mean squared true mean.
    pub noise: f64,
}

impl Spread {
    /// One-way analysis of variance; customers count equally.
    pub fn of(customers: &[Vec<f64>]) -> Self {
        let several: Vec<&Vec<f64>> = customers.iter().filter(|x| x.len() >= 2).collect();
        let means: Vec<f64> = several.iter().map(|x| mean(x)).collect();
        let within: Vec<f64> = several.iter().map(|x| variance(x)).collect();
        let error: Vec<f64> = several.iter().zip(&within).map(|(x, v)| v / x.len() as f64).collect();
        let squares: Vec<f64> = means.iter().zip(&error).map(|(m, e)| m * m - e).collect();
        Self {
            customers: several.len(),
            mean: mean(&means),
            between: variance(&means) - mean(&error),
            within: mean(&within),
            noise: (mean(&within) / mean(&squares)).sqrt(),
        }
    }

    /// Coefficient of variation of customers' true means.
    pub fn spread(&self) -> f64 {
        self.between.sqrt() / self.mean
    }
}

/// Known answer: two customers, means 2 and 6, variance 2 each, so 8 − 1 = 7 between them.
#[test]
fn variance_splits_into_between_and_within() {
    let s = Spread::of(&[vec![1.0, 3.0], vec![5.0, 7.0], vec![9.0]]);
    assert_eq!((s.customers, s.mean, s.between, s.within), (2, 4.0, 7.0, 2.0));
    assert!((s.noise - (2.0f64 / 19.0).sqrt()).abs() < 1e-12);
}
