//! Gamma-Gamma (Fader & Hardie 2013): receipts of a customer are Gamma distributed with shape p and a rate that is Gamma distributed over
//! customers with shape q and rate γ.

use super::jet::Jet;
use super::maximise::Likelihood;

/// How many receipts of a customer, and their mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spending {
    /// Number of receipts.
    pub receipts: u32,
    /// Their mean, above 0.
    pub mean: f64,
}

/// The model with data.
pub struct GammaGamma<'s> {
    /// Customers with at least one receipt.
    pub customers: &'s [Spending],
}

impl Likelihood<3> for GammaGamma<'_> {
    fn ln(&self, [p, q, scale]: [Jet<3>; 3]) -> Jet<3> {
        let most = self.customers.iter().map(|c| c.receipts).max().unwrap_or(0) as usize;
        // the part that depends on the number of receipts alone
        let mut heads: Vec<Option<Jet<3>>> = vec![None; most + 1];
        let of_all = q * scale.ln() - q.ln_gamma();
        let mut sum = Jet::constant(0.0);
        for Spending { receipts, mean } in self.customers {
            let count = f64::from(*receipts);
            let shape = p.times(count);
            let head = heads[*receipts as usize].get_or_insert_with(|| {
                (shape + q).ln_gamma() - shape.ln_gamma() + of_all + shape.times(libm::log(count))
            });
            let tail = (shape + q) * scale.plus(count * mean).ln();
            sum = sum + *head + shape.times(libm::log(*mean)).plus(-libm::log(*mean)) - tail;
        }
        sum
    }

    fn weight(&self) -> f64 {
        self.customers.len() as f64
    }
}

/// Mean receipt to be expected of a customer, given those he has made: between his own mean and everybody's.
pub fn expected_receipt(spending: Option<Spending>, [p, q, scale]: [f64; 3]) -> f64 {
    let (count, sum) =
        spending.map_or((0.0, 0.0), |s| (f64::from(s.receipts), f64::from(s.receipts) * s.mean));
    p * (scale + sum) / (p * count + q - 1.0)
}
