//! The own brand twice: as one of the category, and as the business whose customers are simulated.

use super::{Brands, Design, Nbd, NumberId};

/// What both say of purchases of the own brand in the period, by a customer who buys it at least once.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct OwnRates {
    /// By the category.
    pub category: f64,
    /// By the segments of the business.
    pub segments: f64,
}

impl OwnRates {
    /// How far one may be from the other, as a ratio, before they tell of different businesses.
    const APART: f64 = 1.15;

    /// Of a design with its brands; `None` where customers pay by contract and are not counted by purchases.
    pub fn of(design: &Design, brands: &Brands) -> Option<Self> {
        if design.segments.iter().any(|segment| segment.contract.is_some()) {
            return None;
        }
        let central = |id: NumberId| design.numbers[id].distribution.central();
        let (mut bought, mut buyers) = (0.0, 0.0);
        for segment in &design.segments {
            let share = central(segment.share);
            let [year, shape] = [segment.purchases_per_year, segment.purchase_shape].map(central);
            let purchases = Nbd { mean: year / brands.period.in_a_year(), shape };
            bought += share * purchases.mean;
            buyers += share * purchases.penetration();
        }
        let category = brands.market.figures()[brands.own].purchases_per_buyer;
        Some(Self { category, segments: bought / buyers })
    }

    /// Whether both tell of the same business.
    pub fn agree(self) -> bool {
        (1.0 / Self::APART..=Self::APART).contains(&(self.segments / self.category))
    }
}
