//! How customers of one segment are made, under one truth.

use super::category::{TRAITS, Traits};
use super::people::People;
use super::propensity::{Churn, Propensity};
use super::quantile_table::{QuantileTable, Shapes};
use crate::plan::SegmentPlan;
use crate::random::{ROWS, math, step, widest};

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

/// Where customers who are made together come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Origin {
    /// Key of their generators.
    pub key: u64,
    /// Strata of the purchase rate.
    pub strata: Strata,
    /// Month of joining. `None` draws tenures from today's base.
    pub joins: Option<f32>,
}

/// Parts of (0, 1) in which customers' ranks by purchase rate lie: of the `of` strata, customer `i` has those from `first + i·step` on,
/// `wide` of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strata {
    /// Stratum of the first customer.
    pub first: f32,
    /// From one customer to the next.
    pub step: f32,
    /// Strata of each.
    pub wide: f32,
    /// All strata.
    pub of: f32,
}

impl Recipe {
    /// The recipe of `segment`, whose customers do not leave: see [`Self::leaving`]. `shapes` keeps tables from trial to trial.
    pub fn new(segment: &SegmentPlan, shapes: &mut Shapes) -> Self {
        let scale = (segment.rate / segment.rate_shape) as f32;
        let mean = (segment.basket.get() * (segment.basket_shape - 1.0)) as f32;
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
            seekers: segment.seekers.get() as f32,
            forgetful: segment.forgetful.get() as f32,
            lift: segment.lift,
            price_scale: price_scale(&segment.categories),
        }
    }

    /// The same customers, who leave.
    pub fn leaving(self, churn: &Churn, shapes: &mut Shapes) -> Self {
        Self { propensity: Propensity::new(churn, shapes), ..self }
    }

    /// What the categories of this segment mean for behaviour, in the order of [`crate::design::Category::ALL`]: the mean price
    /// response of today's customers is 1.
    pub fn traits(&self) -> [Traits; 6] {
        TRAITS.map(|traits| Traits { price: traits.price * self.price_scale, ..traits })
    }

    /// Bounds below and above the category that a uniform chooses, and its place.
    #[inline(always)]
    fn category(&self, u: f32) -> (f32, f32, u8) {
        let mut found = (0.0, self.categories[0], 0);
        for place in 1..TRAITS.len() {
            let from = self.categories[place - 1];
            found = if u >= from { (from, self.categories[place], place as u8) } else { found };
        }
        found
    }
}

widest! {
    /// Makes customers in the first `n` rows, each drawing from a generator of his own (seven words).
    pub fn fill(recipe: &Recipe, people: &mut People, n: usize, origin: &Origin) {
        people.luck.seed(origin.key, n);
        draw(people, n);
        buy(recipe, people, n, &origin.strata);
        let (hazard, joined) = (&mut people.hazard[..n.min(ROWS)], &mut people.joined[..n.min(ROWS)]);
        if let Some(month) = origin.joins {
            recipe.propensity.newcomers(hazard);
            joined.fill(month);
        } else {
            recipe.propensity.base(hazard, joined);
            for tenure in joined {
                *tenure = -1.0 - *tenure;
            }
        }
        belong(recipe, people, n);
        feel(recipe, people, n);
    }
}

/// Uniforms, in the columns of what is made of them.
#[inline(always)]
fn draw(people: &mut People, n: usize) {
    let n = n.min(ROWS);
    let People { luck, rate, basket, hazard, joined, lift, open, place, .. } = people;
    let [a, b, c, d] = luck.columns(n);
    let (rate, basket, hazard, joined) =
        (&mut rate[..n], &mut basket[..n], &mut hazard[..n], &mut joined[..n]);
    let (category, open, character) = (&mut lift[..n], &mut open[..n], &mut place[..n]);
    for i in 0..n {
        let (word, state) = step([a[i], b[i], c[i], d[i]]);
        rate[i] = math::uniform(word);
        let (word, state) = step(state);
        basket[i] = math::uniform(word);
        let (word, state) = step(state);
        hazard[i] = math::uniform(word);
        let (word, state) = step(state);
        joined[i] = math::uniform(word);
        let (word, state) = step(state);
        category[i] = math::uniform(word);
        let (word, state) = step(state);
        open[i] = math::uniform(word);
        let (word, state) = step(state);
        character[i] = math::uniform(word);
        [a[i], b[i], c[i], d[i]] = state;
    }
}

/// Category and branch, by the uniform in the column of the lift; then the lift, by the rank in that of the baseline.
#[inline(always)]
fn belong(recipe: &Recipe, people: &mut People, n: usize) {
    let n = n.min(ROWS);
    let (category, branch) = (&mut people.category[..n], &mut people.branch[..n]);
    let (u, rank) = (&mut people.lift[..n], &people.in_baseline[..n]);
    for i in 0..n {
        let (from, to, place) = recipe.category(u[i]);
        category[i] = place;
        // the place within the category's share is uniform again
        u[i] = (u[i] - from) / math::larger(to - from, f32::MIN_POSITIVE);
    }
    branch.fill(0);
    for bound in &recipe.branches {
        for i in 0..n {
            branch[i] += u8::from(u[i] >= *bound);
        }
    }
    let [light, middle, heavy] = recipe.lift;
    for i in 0..n {
        let third = rank[i] * 3.0;
        u[i] = if third >= 2.0 {
            heavy
        } else if third >= 1.0 {
            middle
        } else {
            light
        };
    }
}

/// Rates and baskets by their uniforms. The rank stays in the column of the baseline for a while.
#[inline(always)]
fn buy(recipe: &Recipe, people: &mut People, n: usize, strata: &Strata) {
    let n = n.min(ROWS);
    let Strata { first, step, wide, of } = *strata;
    let (rate, rank) = (&mut people.rate[..n], &mut people.in_baseline[..n]);
    for i in 0..n {
        let from = first + i as i32 as f32 * step;
        let (low, high) = (from / of, (from + wide) / of);
        rank[i] = low + rate[i] * (high - low);
        rate[i] = rank[i];
    }
    recipe.rates.look_up(rate);
    let (basket, inverse_worth) = (&mut people.basket[..n], &mut people.inverse_worth[..n]);
    recipe.baskets.look_up(basket);
    for i in 0..n {
        inverse_worth[i] = 1.0 / (12.0 * rate[i] * basket[i]).max(1e-3);
    }
}

/// Three independent traits from one uniform: its place within the part that decides the first is uniform again.
#[inline(always)]
fn feel(recipe: &Recipe, people: &mut People, n: usize) {
    let n = n.min(ROWS);
    let (seekers, forgetful) = (recipe.seekers, recipe.forgetful);
    let (seeker, forgets) = (&mut people.seeker[..n], &mut people.forgetful[..n]);
    let place = &mut people.place[..n];
    let thoughtful = (1.0 - forgetful).max(f32::MIN_POSITIVE);
    for i in 0..n {
        let seeks = place[i] < seekers;
        let thinks = if seeks { place[i] / seekers } else { (place[i] - seekers) / (1.0 - seekers) };
        let forgot = thinks < forgetful;
        seeker[i] = if seeks { 1.0 } else { 0.0 };
        forgets[i] = if forgot { 1.0 } else { 0.0 };
        place[i] = if forgot { thinks / forgetful } else { (thinks - forgetful) / thoughtful };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Truth};
    use crate::plan::Plan;

    fn recipe() -> Recipe {
        let design = Design::parse(include_str!("../../tests/designs/full.toml")).unwrap();
        let plan = Plan::new(&design, &Truth::central(&design), 1, 0);
        let (segment, mut shapes) = (&plan.segments[0], Shapes::default());
        let churn = Churn { alpha: segment.churn_alpha, beta: 10.0, age_months: segment.age_months.get() };
        Recipe::new(segment, &mut shapes).leaving(&churn, &mut shapes)
    }

    fn traits(people: &People, row: usize) -> ([f32; 9], [u8; 2]) {
        let People { rate, basket, hazard, joined, lift, open, seeker, forgetful, place, .. } = people;
        let columns = [rate, basket, hazard, joined, lift, open, seeker, forgetful, place];
        (columns.map(|column| column[row]), [people.category[row], people.branch[row]])
    }

    const TODAY: Strata = Strata { first: 5.0, step: 1.0, wide: 1.0, of: 100.0 };

    /// Law: a customer is who his key and number say, whoever is made with him. Exact.
    #[test]
    fn a_customer_depends_on_nobody_else() {
        let (recipe, mut many, mut few) = (recipe(), People::default(), People::default());
        let origin = Origin { key: 3, strata: TODAY, joins: None };
        fill(&recipe, &mut many, 40, &origin);
        for n in [1, 15, 16, 17, 33] {
            fill(&recipe, &mut few, n, &origin);
            assert_eq!(traits(&few, n - 1), traits(&many, n - 1), "{n}");
        }
        fill(&recipe, &mut few, 40, &Origin { key: 4, ..origin });
        assert!((0..40).all(|row| traits(&few, row) != traits(&many, row)));
    }

    #[test]
    fn newcomers_come_from_their_strata_in_their_month() {
        let (recipe, mut people) = (recipe(), People::default());
        let strata = Strata { first: 20.0, step: 0.0, wide: 20.0, of: 100.0 };
        fill(&recipe, &mut people, 40, &Origin { key: 3, strata, joins: Some(3.0) });
        for row in 0..40 {
            assert_eq!(people.joined[row], 3.0);
            assert!(people.rate[row] >= recipe.rates.at(0.2) && people.rate[row] <= recipe.rates.at(0.4));
        }
    }
}
