//! One shopper of a category: how often they buy, and what they choose.

use crate::design::Dirichlet;
use crate::random::draw::{ln_gamma, uniform};
use rand::Rng;

/// A shopper.
#[derive(Debug, Clone, Default)]
pub struct Shopper {
    /// Purchases of the category in the period, on average.
    pub rate: f64,
    /// Chance of each brand.
    pub chances: Vec<f64>,
}

impl Shopper {
    /// Another shopper of the same category in the place of this one.
    pub fn draw(&mut self, market: &Dirichlet, rng: &mut impl Rng) {
        let purchases = market.purchases;
        self.rate = libm::exp(ln_gamma(rng, purchases.shape)) * purchases.mean / purchases.shape;
        self.chances.clear();
        self.chances.extend(market.shares.iter().map(|share| ln_gamma(rng, market.shape * share)));
        let most = self.chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for chance in &mut self.chances {
            *chance = libm::exp(*chance - most);
        }
        let sum: f64 = self.chances.iter().sum();
        self.chances.iter_mut().for_each(|chance| *chance /= sum);
    }

    /// The brand of a purchase.
    pub fn choose(&self, rng: &mut impl Rng) -> usize {
        let mut left = uniform(rng);
        for (brand, chance) in self.chances.iter().enumerate() {
            left -= chance;
            if left < 0.0 {
                return brand;
            }
        }
        // what rounding has left falls to a brand that is bought
        self.chances.iter().rposition(|chance| *chance > 0.0).unwrap_or(0)
    }
}
