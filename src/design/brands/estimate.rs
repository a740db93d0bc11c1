//! The parameters of a category from what is usually known of it: penetrations and shares (method of moments, as in Goodhardt, Ehrenberg & Chatfield 1984).

use super::nbd::solved;
use super::{Dirichlet, Nbd};

/// Shapes of choice searched.
const SHAPES: (f64, f64) = (1e-3, 1e4);

/// The largest penetration at which buyers can buy `rate` times each: everybody at the same rate.
pub fn largest_penetration(rate: f64) -> f64 {
    let mut most = 1.0;
    for _ in 0..500 {
        most = -libm::expm1(-most * rate);
    }
    most
}

/// Between which penetrations a brand with this share of purchases can lie: each buyer keeps to one brand, or all buy by lot.
pub fn penetration_between(purchases: Nbd, share: f64) -> (f64, f64) {
    (share * purchases.penetration(), purchases.part(share).penetration())
}

/// The shape of choices that gives each brand its penetration, averaged with their shares; `None` if no penetration is known.
pub fn choice_shape(purchases: Nbd, brands: &[(f64, Option<f64>)]) -> Option<f64> {
    let probabilities = purchases.probabilities();
    let (mut sum, mut weight) = (0.0, 0.0);
    for &(share, penetration) in brands {
        let gap = |shape: f64, penetration: f64| {
            let market = Dirichlet { purchases, shape, shares: Vec::new() };
            market.penetration(&probabilities, share) - penetration
        };
        if let Some(shape) = penetration.and_then(|known| solved(SHAPES, |shape| gap(shape, known))) {
            sum += share * shape;
            weight += share;
        }
    }
    (weight > 0.0).then(|| sum / weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Observed penetrations of the toothpaste brands give 1.55, as the R package NBDdirichlet does.
    #[test]
    fn observed_penetrations_give_the_shape() {
        let shares = [0.25, 0.19, 0.10, 0.10, 0.09, 0.08, 0.03, 0.02];
        let observed = [0.20, 0.17, 0.09, 0.08, 0.08, 0.07, 0.03, 0.02];
        let brands: Vec<_> = shares.into_iter().zip(observed.map(Some)).collect();
        let shape = choice_shape(Nbd::of_buyers(0.56, 2.6).unwrap(), &brands).unwrap();
        assert!((shape - 1.55).abs() < 0.005, "{shape}");
    }

    #[test]
    fn bounds_are_those_of_one_brand_each_and_of_chance() {
        let purchases = Nbd::of_buyers(0.56, 2.6).unwrap();
        let (low, high) = penetration_between(purchases, 0.25);
        let at = |shape| Dirichlet { purchases, shape, shares: vec![0.25, 0.75] }.figures()[0].penetration;
        assert!((at(1e-4) - low).abs() < 1e-3 && (at(1e5) - high).abs() < 1e-3, "{low} {high}");
        assert!((largest_penetration(2.6) - 0.9).abs() < 0.05);
        assert!(Nbd::of_buyers(largest_penetration(2.6) - 0.001, 2.6).is_some());
    }
}
