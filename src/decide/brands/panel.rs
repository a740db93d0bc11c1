//! A panel of shoppers: what is counted of each brand, as market research counts it.

use super::shopper::Shopper;
use crate::design::{BrandFigures, Dirichlet};
use crate::random::draw::poisson;
use rand::Rng;

/// Counts of one brand.
#[derive(Debug, Clone, Default)]
struct Counts {
    buyers: f64,
    purchases: f64,
    category: f64,
    sole: f64,
    sole_purchases: f64,
    /// Buyers who also buy each of the brands.
    with: Vec<f64>,
}

/// What a panel buys over some time.
#[derive(Debug, Clone, Default)]
pub struct Panel {
    people: f64,
    buyers: f64,
    purchases: f64,
    brands: Vec<Counts>,
}

impl Panel {
    /// Nobody yet.
    pub fn new(brands: usize) -> Self {
        let counts = Counts { with: vec![0.0; brands], ..Counts::default() };
        Self { brands: vec![counts; brands], ..Self::default() }
    }

    /// Adds one who has bought so often of each brand.
    fn count(&mut self, bought: &[u64]) {
        let all: u64 = bought.iter().sum();
        self.people += 1.0;
        self.purchases += all as f64;
        if all > 0 {
            self.buyers += 1.0;
        }
        for (brand, &own) in self.brands.iter_mut().zip(bought).filter(|(_, own)| **own > 0) {
            brand.buyers += 1.0;
            brand.purchases += own as f64;
            brand.category += all as f64;
            if own == all {
                brand.sole += 1.0;
                brand.sole_purchases += own as f64;
            }
            for (with, &other) in brand.with.iter_mut().zip(bought) {
                *with += f64::from(u8::from(other > 0));
            }
        }
    }

    /// Adds another panel, or takes it away again.
    pub fn add(&mut self, other: &Self, sign: f64) {
        self.people += sign * other.people;
        self.buyers += sign * other.buyers;
        self.purchases += sign * other.purchases;
        for (to, from) in self.brands.iter_mut().zip(&other.brands) {
            to.buyers += sign * from.buyers;
            to.purchases += sign * from.purchases;
            to.category += sign * from.category;
            to.sole += sign * from.sole;
            to.sole_purchases += sign * from.sole_purchases;
            to.with.iter_mut().zip(&from.with).for_each(|(to, from)| *to += sign * from);
        }
    }

    /// What is told of a brand.
    pub fn figures(&self, brand: usize) -> BrandFigures {
        let counts = &self.brands[brand];
        BrandFigures {
            share: counts.purchases / self.purchases,
            penetration: counts.buyers / self.people,
            purchases_per_buyer: counts.purchases / counts.buyers,
            category_purchases: counts.category / counts.buyers,
            share_of_requirements: counts.purchases / counts.category,
            sole_buyers: counts.sole / counts.buyers,
            sole_purchases: counts.sole_purchases / counts.sole,
        }
    }

    /// The part of a brand's buyers who also buy another.
    pub fn duplication(&self, brand: usize, other: usize) -> f64 {
        self.brands[brand].with[other] / self.brands[brand].buyers
    }

    /// Share of people who buy in the category, and purchases by each of them.
    pub fn category(&self) -> [f64; 2] {
        [self.buyers / self.people, self.purchases / self.buyers]
    }
}

/// The same shoppers over the period and, from its first day, over a year of so many periods.
pub fn panels(market: &Dirichlet, people: usize, periods: f64, rng: &mut impl Rng) -> [Panel; 2] {
    let brands = market.shares.len();
    let mut panels = [Panel::new(brands), Panel::new(brands)];
    let (mut shopper, mut bought) = (Shopper::default(), vec![0; brands]);
    for _ in 0..people {
        shopper.draw(market, rng);
        bought.fill(0);
        for (panel, times) in panels.iter_mut().zip([1.0, periods - 1.0]) {
            for _ in 0..poisson(rng, shopper.rate * times) {
                bought[shopper.choose(rng)] += 1;
            }
            panel.count(&bought);
        }
    }
    panels
}
