//! Customers by category: who came, who left, who became what, and what was earned from whom.

use crate::design::Category;

/// How many categories there are.
pub const CATEGORIES: usize = Category::ALL.len();

/// One category over the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CategoryFlows {
    /// Customers at the start.
    pub start: f64,
    /// New customers of this category.
    pub came: f64,
    /// Customers who came into it from another category.
    pub moved_in: f64,
    /// Customers who went from it into another.
    pub moved_out: f64,
    /// Customers who left while they belonged to it.
    pub left: f64,
    /// Customers at the end.
    pub end: f64,
    /// Earned while they belonged to it: margin less discounts and redeemed points at cost, and fees.
    pub profit: f64,
    /// Of it, from customers who would have recommended us in the month.
    pub good: f64,
    /// Of it, from customers who would have warned others, and fees of months without a purchase.
    pub bad: f64,
}

impl CategoryFlows {
    /// Adds another part of the business, `weight` real customers for each of its own.
    pub fn add(&mut self, part: &Self, weight: f64) {
        let Self { start, came, moved_in, moved_out, left, end, profit, good, bad } = part;
        self.start += weight * start;
        self.came += weight * came;
        self.moved_in += weight * moved_in;
        self.moved_out += weight * moved_out;
        self.left += weight * left;
        self.end += weight * end;
        self.profit += weight * profit;
        self.good += weight * good;
        self.bad += weight * bad;
    }
}

/// The customers of a block in one world, in the order of [`Category::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Register {
    /// Customers now.
    pub heads: [f64; CATEGORIES],
    /// What has happened since the start.
    pub flows: [CategoryFlows; CATEGORIES],
    /// Chance that a split customer or pragmatist begins to ask this month, because he has heard of others' terms.
    pub told: f32,
}

impl Register {
    /// A customer of today's base.
    pub fn starts(&mut self, category: usize) {
        self.heads[category] += 1.0;
        self.flows[category].start += 1.0;
    }

    /// A new customer.
    pub fn comes(&mut self, category: usize) {
        self.heads[category] += 1.0;
        self.flows[category].came += 1.0;
    }

    /// A customer leaves.
    pub fn leaves(&mut self, category: usize) {
        self.heads[category] -= 1.0;
        self.flows[category].left += 1.0;
    }

    /// A customer of one category becomes one of another.
    pub fn moves(&mut self, from: usize, to: usize) {
        self.heads[from] -= 1.0;
        self.flows[from].moved_out += 1.0;
        self.heads[to] += 1.0;
        self.flows[to].moved_in += 1.0;
    }

    /// All customers now.
    pub fn all(&self) -> f64 {
        self.heads.iter().sum()
    }
}
