//! A promotion of one brand: which brand is bought, whether anything is bought, how much (Gupta 1988), of buyers who differ.

use super::Dirichlet;
use super::nbd::solved;
use crate::random::beta::Beta;

/// Buyers by whom means are taken, at the middles of as many equal parts of the distribution of their chances.
const BUYERS: usize = 400;
/// The strongest pull searched.
const STRONGEST: f64 = 1e9;

/// A promotion of the own brand, as the design states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BrandPromotion {
    /// How much is taken off the price.
    pub discount: f64,
    /// Weeks for which it runs.
    pub weeks: usize,
    /// Weeks after it that are watched.
    pub weeks_after: usize,
    /// Part of the additional purchases that would have been made later.
    pub brought_forward: f64,
    /// How people respond.
    pub response: Response,
}

/// How people respond, each by the own brand's part in what they would choose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Response {
    /// By how much the odds of choosing the brand are multiplied.
    pub pull: f64,
    /// The part of the category's added attraction that makes people buy: the exponent of the inclusive value of a nested logit.
    pub incidence: f64,
    /// By how much the units of a purchase are multiplied.
    pub units: f64,
}

impl Response {
    /// The one that multiplies sales of a brand with this share by `lift`, `quantity` of its logarithm by larger purchases; `None` if none is so strong.
    pub fn of(market: &Dirichlet, share: f64, (lift, incidence, quantity): (f64, f64, f64)) -> Option<Self> {
        let units = libm::pow(lift, quantity);
        let with = |pull: f64| Self { pull, incidence, units };
        if lift <= 1.0 {
            return Some(Self { pull: 1.0, incidence, units: 1.0 });
        }
        let buyers = buyers(market, share);
        let sales = |pull: f64| {
            let each = buyers.iter().map(|&p| with(pull).chosen(p) / p * with(pull).buying(p));
            each.sum::<f64>() / BUYERS as f64
        };
        let pull =
            if quantity >= 1.0 { Some(1.0) } else { solved((1.0, STRONGEST), |m| sales(m) - lift / units) };
        pull.map(with)
    }

    /// The chance that the brand is chosen by one who else chooses it with chance `p`.
    pub fn chosen(self, p: f64) -> f64 {
        p * self.pull / self.attraction(p)
    }

    /// By how much such a person's rate of buying in the category is multiplied.
    pub fn buying(self, p: f64) -> f64 {
        libm::pow(self.attraction(p), self.incidence)
    }

    fn attraction(self, p: f64) -> f64 {
        1.0 + p * (self.pull - 1.0)
    }
}

/// The brand's part in what its buyers choose, a buyer for each part of the purchases.
fn buyers(market: &Dirichlet, share: f64) -> Vec<f64> {
    let beta = Beta::new(market.shape * share + 1.0, market.shape * (1.0 - share));
    let at = |i: usize| {
        let below = (i as f64 + 0.5) / BUYERS as f64;
        beta.quantile(below, 1.0 - below).clamp(f64::MIN_POSITIVE, 1.0)
    };
    (0..BUYERS).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Nbd;
    use super::*;

    fn market(shape: f64) -> Dirichlet {
        let purchases = Nbd::of_buyers(0.56, 2.6).unwrap();
        Dirichlet { purchases, shape, shares: vec![0.25, 0.75] }
    }

    #[test]
    fn buyers_are_as_loyal_as_the_dirichlet_says() {
        let mean = buyers(&market(1.3), 0.25).iter().sum::<f64>() / BUYERS as f64;
        assert!((mean - (1.0 + 1.3 * 0.25) / 2.3).abs() < 1e-3, "{mean}");
    }

    /// With one chance for everybody, sales are `pull / attraction` times `attraction` to the power of the incidence.
    #[test]
    fn the_lift_is_met() {
        let found = Response::of(&market(1e4), 0.25, (1.726, 0.4, 0.0)).unwrap();
        let sales = found.chosen(0.25) / 0.25 * found.buying(0.25);
        assert!((sales - 1.726).abs() < 2e-3, "{sales}");
        assert_eq!(Response::of(&market(1e4), 0.25, (1.0, 0.4, 0.02)).unwrap().pull, 1.0);
        assert_eq!(Response::of(&market(1e4), 0.25, (9.0, 0.0, 0.0)), None);
    }
}
