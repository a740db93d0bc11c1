//! Customers by category: who came, who left, who became what, and whose the profit is.

use serde::Serialize;

use super::Series;
use super::collector::Collector;
use super::estimate::Estimate;
use super::kept::OF_CATEGORY;
use crate::design::Category;
use crate::units::Unit;

/// One category over the horizon. `start + came + moved_in − moved_out − left = end`, trial by trial.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CategorySummary {
    /// Its key, as in the design.
    pub category: &'static str,
    /// Customers at the start.
    pub start: Estimate,
    /// New customers.
    pub came: Estimate,
    /// Customers who came from another category.
    pub moved_in: Estimate,
    /// Customers who went to another.
    pub moved_out: Estimate,
    /// Customers who left while they belonged to it.
    pub left: Estimate,
    /// Customers at the end.
    pub end: Estimate,
    /// Earned from them while they belonged to it: margin less discounts and redeemed points at cost, and fees.
    pub profit: Estimate,
    /// Of it, from customers who would have recommended us in the month.
    pub good_profit: Estimate,
    /// Of it, from customers who would have warned others, and fees of months without a purchase.
    pub bad_profit: Estimate,
}

/// The categories in both worlds, in the order of [`Category::ALL`].
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Categories {
    /// Without the program.
    pub baseline: Vec<CategorySummary>,
    /// With it; `None` without a program.
    pub program: Option<Vec<CategorySummary>>,
}

impl Categories {
    /// The world with the program, or the only one.
    pub fn shown(&self) -> &[CategorySummary] {
        self.program.as_deref().unwrap_or(&self.baseline)
    }
}

/// The series of a category's customers.
pub fn series_of(category: Category) -> Series {
    match category {
        Category::Committed => Series::Committed,
        Category::Faithful => Series::Faithful,
        Category::Split => Series::Split,
        Category::Blackmailer => Series::Blackmailers,
        Category::Pragmatist => Series::Pragmatists,
        Category::Hostage => Series::Hostages,
    }
}

impl Collector {
    pub(super) fn categories(&self) -> Categories {
        Categories {
            baseline: self.categories_of(0),
            program: (self.frame.worlds() > 1).then(|| self.categories_of(1)),
        }
    }

    fn categories_of(&self, world: usize) -> Vec<CategorySummary> {
        let first = self.frame.categories_at(world);
        let category = |(place, category): (usize, Category)| {
            let at = |number: usize| {
                let unit = if number < 6 { Unit::Customers } else { Unit::Money };
                self.estimate(first + OF_CATEGORY * place + number, unit)
            };
            CategorySummary {
                category: category.key(),
                start: at(0),
                came: at(1),
                moved_in: at(2),
                moved_out: at(3),
                left: at(4),
                end: at(5),
                profit: at(6),
                good_profit: at(7),
                bad_profit: at(8),
            }
        };
        Category::ALL.into_iter().enumerate().map(category).collect()
    }
}
