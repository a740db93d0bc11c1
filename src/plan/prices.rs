//! Inflation and sales tax: what they make of money that is simulated at today's prices, tax included.

use crate::design::{Design, NumberId, Truth};
use crate::units::{AnnualRate, Months};

/// What money is worth, month by month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// What is left of one unit of money that a customer pays when the sales tax in it has been passed on.
    pub net_of_tax: f64,
    /// By what prices grow in a month, as a factor; what is not named below grows with them.
    pub goods: f64,
    /// By what wages and other cost of service grow.
    pub wages: f64,
    /// By what the cost of rewards grows.
    pub rewards: f64,
}

impl Prices {
    /// Of a design under a truth; `None` where prices stay and nothing is taxed.
    pub fn of(design: &Design, truth: &Truth) -> Option<Self> {
        let b = &design.business;
        let rate = |id: Option<NumberId>, unstated: f64| id.map_or(unstated, |id| truth[id]);
        let [tax, goods] = [b.sales_tax, b.price_inflation].map(|id| rate(id, 0.0));
        let [wages, rewards] = [b.wage_inflation, b.reward_inflation].map(|id| rate(id, goods));
        if [tax, goods, wages, rewards].iter().all(|rate| *rate == 0.0) {
            return None;
        }
        let grows = |rate| 1.0 / AnnualRate::new(rate).discount_factor(Months::new(1.0));
        Some(Self {
            net_of_tax: 1.0 / (1.0 + tax),
            goods: grows(goods),
            wages: grows(wages),
            rewards: grows(rewards),
        })
    }
}
