//! Customers by category: who came, who left, who became what, and what was earned from whom.

use super::totals::Grain;
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
    /// Leaves this share of the money.
    pub(super) fn net_of(&mut self, share: f64) {
        self.profit *= share;
        self.good *= share;
        self.bad *= share;
    }

    /// The first factor times itself and the second times `other`.
    pub fn blend(&mut self, other: &Self, [own, others]: [f64; 2]) {
        let Self { start, came, moved_in, moved_out, left, end, profit, good, bad } = other;
        for (sum, part) in [
            (&mut self.start, start),
            (&mut self.came, came),
            (&mut self.moved_in, moved_in),
            (&mut self.moved_out, moved_out),
            (&mut self.left, left),
            (&mut self.end, end),
            (&mut self.profit, profit),
            (&mut self.good, good),
            (&mut self.bad, bad),
        ] {
            *sum = own * *sum + others * part;
        }
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
    /// How finely money is added up.
    pub grain: Grain,
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
