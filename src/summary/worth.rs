//! What a customer is worth, by segment, category, and what they would answer when asked.

use serde::Serialize;

use super::collector::Collector;
use super::estimate::Estimate;
use super::kept::{ANSWERING, OF_WORTH};
use crate::design::Category;
use crate::units::Unit;

/// The worth of one kind of customers, as money per customer: margin less discounts and redeemed points, and fees, discounted. Costs that no
/// single customer causes are not in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Worth {
    /// Name of the segment, or key.
    pub name: String,
    /// Lifetime value of one of today's customers without the program: over the horizon as simulated, beyond it as expected; discounted to the
    /// start.
    pub lifetime_baseline: Estimate,
    /// The same with the program; `None` without one.
    pub lifetime_program: Option<Estimate>,
    /// What a customer who is there at the end will still bring, without the program; discounted to the end.
    pub residual_baseline: Estimate,
    /// The same with the program.
    pub residual_program: Option<Estimate>,
}

/// What customers are worth.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Worths {
    /// By segment, in the order of the design.
    pub segments: Vec<Worth>,
    /// By category, today's customers by that of the start.
    pub categories: Vec<Worth>,
    /// Promoters, passives, detractors: today's customers by what they answer in the first month.
    pub answering: Vec<Worth>,
}

impl Collector {
    pub(super) fn worths(&self) -> Worths {
        let segments = &self.frame.segments;
        let categories: Vec<&str> = Category::ALL.iter().map(|category| category.key()).collect();
        let after = segments.len() + categories.len();
        let name = |(place, name): (usize, &str)| self.worth(place, name);
        Worths {
            segments: segments.iter().map(String::as_str).enumerate().map(name).collect(),
            categories: (segments.len()..).zip(categories).map(name).collect(),
            answering: (after..).zip(ANSWERING).map(name).collect(),
        }
    }

    fn worth(&self, group: usize, name: &str) -> Worth {
        let at = |world: usize, number: usize| {
            self.estimate(self.frame.worth_at(world) + OF_WORTH * group + number, Unit::Money)
        };
        let with = |number| (self.frame.worlds() > 1).then(|| at(1, number));
        Worth {
            name: name.to_owned(),
            lifetime_baseline: at(0, 0),
            lifetime_program: with(0),
            residual_baseline: at(0, 1),
            residual_program: with(1),
        }
    }
}
