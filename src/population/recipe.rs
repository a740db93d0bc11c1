//! How customers of one segment are made, under one truth.

use super::category::{TRAITS, Traits};
use super::people::People;
use super::propensity::Propensity;
use super::quantile_table::{QuantileTable, Shapes};
use crate::plan::SegmentPlan;
use crate::random::{math, widest};

/// The distributions of one segment, ready to draw from.
#[derive(Debug, Clone)]
pub struct Recipe {
    rates: QuantileTable,
    baskets: QuantileTable,
    propensity: Propensity,
    categories: [f32; 6],
    seekers: f32,
    forgetful: f32,
    lift: [f32; 3],
    /// Upper bounds of the branches' shares; empty if there are none.
    branches: Vec<f32>,
    /// Makes the mean price response over the categories 1.
    price_scale: f32,
}

/// Where a new row of a block comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Newcomer {
    /// Stratum of the purchase rate: the customer's rate lies in this part of (0, 1).
    pub stratum: (f32, f32),
    /// Month of joining. `None` draws a tenure from today's base.
    pub joins: Option<f32>,
    /// Whether the customer exists in the baseline world.
    pub in_baseline: bool,
}

impl Recipe {
    /// The recipe of `segment`, whose customers do not leave yet: see [`Self::with_beta`]. `shapes` keeps tables from trial to trial.
    pub fn new(segment: &SegmentPlan, shapes: &mut Shapes) -> Self {
        let scale = (segment.rate / segment.rate_shape) as f32;
        let mean = (segment.basket * (segment.basket_shape - 1.0)) as f32;
        let mut sum = 0.0;
        let categories = segment.categories.map(|share| {
            sum += share as f32;
            sum
        });
        Self {
            rates: shapes.gamma(segment.rate_shape).map(|g| g * scale),
            baskets: shapes.inverse_gamma(segment.basket_shape).map(|inverse| inverse * mean),
            propensity: Propensity::none(),
            categories,
            branches: bounds(&segment.branches),
            seekers: segment.seekers as f32,
            forgetful: segment.forgetful as f32,
            lift: segment.lift,
            price_scale: price_scale(&segment.categories),
        }
    }

    /// The same customers, with β of the propensity to leave.
    pub fn with_beta(self, segment: &SegmentPlan, beta: f64, shapes: &mut Shapes) -> Self {
        Self { propensity: Propensity::new(segment.churn_alpha, beta, segment.age_months, shapes), ..self }
    }

    /// What the categories of this segment mean for behaviour, in the order of [`crate::design::Category::ALL`]: the mean price
    /// response of today's customers is 1.
    pub fn traits(&self) -> [Traits; 6] {
        TRAITS.map(|traits| Traits { price: traits.price * self.price_scale, ..traits })
    }

    /// The category that a uniform chooses, and its place within the category's share, uniform again.
    #[inline(always)]
    fn category(&self, u: f32) -> (usize, f32) {
        let place = self.categories.iter().position(|bound| u < *bound).unwrap_or(TRAITS.len() - 1);
        let from = if place > 0 { self.categories[place - 1] } else { 0.0 };
        (place, (u - from) / (self.categories[place] - from).max(f32::MIN_POSITIVE))
    }
}

widest! {
    /// Writes a customer into row `at`, drawing from that customer's own generator (seven words).
    pub fn fill(recipe: &Recipe, people: &mut People, at: usize, new: Newcomer) {
        let mut draw = || math::uniform(people.luck.next_one(at));
        let [rank, basket, theta, tenure, category, open, character] = std::array::from_fn(|_| draw());
        let rank = new.stratum.0 + rank * (new.stratum.1 - new.stratum.0);
        let (place, belongs) = recipe.category(category);
        let (hazard, joined) = match new.joins {
            Some(month) => (recipe.propensity.newcomer(theta), month),
            None => {
                let (hazard, tenure) = recipe.propensity.base(theta, tenure);
                (hazard, -1.0 - tenure)
            }
        };
        people.rate[at] = recipe.rates.at(rank);
        people.basket[at] = recipe.baskets.at(basket);
        people.hazard[at] = hazard;
        people.joined[at] = joined;
        people.lift[at] = recipe.lift[((rank * 3.0) as usize).min(2)];
        people.category[at] = place as u8;
        people.open[at] = open;
        // two independent traits from one uniform: its place within the part that decides the first is uniform again
        let seeks = character < recipe.seekers;
        let (from, width) = if seeks { (0.0, recipe.seekers) } else { (recipe.seekers, 1.0 - recipe.seekers) };
        people.seeker[at] = if seeks { 1.0 } else { 0.0 };
        let thinks = (character - from) / width;
        let forgets = thinks < recipe.forgetful;
        people.forgetful[at] = if forgets { 1.0 } else { 0.0 };
        people.place[at] = if forgets {
            thinks / recipe.forgetful
        } else {
            (thinks - recipe.forgetful) / (1.0 - recipe.forgetful).max(f32::MIN_POSITIVE)
        };
        people.branch[at] = recipe.branches.iter().filter(|bound| belongs >= **bound).count() as u8;
        people.in_baseline[at] = if new.in_baseline { 1.0 } else { 0.0 };
    }
}

/// Upper bounds of all branches but the last; none where there are no branches.
fn bounds(shares: &[f64]) -> Vec<f32> {
    let mut sum = 0.0;
    let parts = shares.iter().take(shares.len().saturating_sub(1));
    parts
        .map(|share| {
            sum += share;
            sum as f32
        })
        .collect()
}

fn price_scale(shares: &[f64; 6]) -> f32 {
    let all: f64 = shares.iter().sum();
    let mean: f64 = shares.iter().zip(TRAITS).map(|(s, t)| s * f64::from(t.price)).sum();
    if mean > 0.0 { (all / mean) as f32 } else { 1.0 }
}
