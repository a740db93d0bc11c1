//! How customers of one segment are made, under one truth.

use super::category::{TRAITS, Traits};
use super::people::People;
use super::propensity::{Churn, Propensity};
use super::quantile_table::{QuantileTable, Shapes};
use super::strata::Strata;
use crate::plan::SegmentPlan;
use crate::random::{ROWS, kronecker, math, widest};

/// See [`Recipe::least_worth`].
const LEAST_WORTH: f64 = 3e-6;

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
    /// Of what a mean customer spends in a year, the least that a customer's stake is compared with.
    least_worth: f32,
    /// Makes the mean price response over the categories 1.
    price_scale: f32,
}

/// Where customers who are made together come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Origin {
    /// Key of their generators.
    pub key: u64,
    /// Key of the even points that their traits are made of.
    pub points: u64,
    /// When they have joined.
    pub since: Since,
}

/// When customers have joined, and their ranks by purchase rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Since {
    /// Customers of today, joined long ago: customer `i` has a rank in the stratum `first + i·step` of `of` equal ones.
    Long {
        /// Stratum of the first customer.
        first: u32,
        /// From one customer to the next.
        step: u32,
        /// All strata.
        of: u32,
    },
    /// Newcomers of this month, of any rank.
    Month(f32),
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
            rates: match segment.contract {
                // everybody gets a bill a month
                Some(_) => QuantileTable::constant(segment.rate as f32),
                None => shapes.gamma(segment.rate_shape).map(|g| g * scale),
            },
            baskets: shapes.inverse_gamma(segment.basket_shape).map(|inverse| inverse * mean),
            propensity: Propensity::none(),
            categories,
            branches: bounds(&segment.branches),
            seekers: segment.seekers.get() as f32,
            forgetful: segment.forgetful.get() as f32,
            lift: segment.lift,
            least_worth: (LEAST_WORTH * 12.0 * segment.rate * segment.basket.get()) as f32,
            price_scale: price_scale(&segment.categories),
        }
    }

    /// The same customers, who leave.
    pub fn leaving(self, churn: &Churn, shapes: &mut Shapes) -> Self {
        Self { propensity: Propensity::new(churn, &self.rates, shapes), ..self }
    }

    /// The same customers, who leave as those of another recipe.
    pub fn leaving_as(self, other: &Self) -> Self {
        Self { propensity: other.propensity.clone(), ..self }
    }

    /// One over the usual spend of a year of a customer of this purchase rate and mean transaction value.
    pub fn inverse_worth(&self, rate: f32, basket: f32) -> f32 {
        inverse_worth(rate, basket, self.least_worth)
    }

    /// Its propensities to leave.
    pub fn propensity(&self) -> &Propensity {
        &self.propensity
    }

    /// What the categories of this segment mean for behaviour, in the order of [`crate::design::Category::ALL`]: the mean price
    /// response of today's customers is 1.
    pub fn traits(&self) -> [Traits; 6] {
        TRAITS.map(|traits| Traits { price: traits.price * self.price_scale, ..traits })
    }

    /// The stratum by purchase rate of a customer of this rate, where newcomers of the strata leave differently; else 0.
    pub fn stratum(&self, rate: f32) -> usize {
        if self.propensity.is_tilted() { Strata::of_rank(self.rates.rank_of(rate)) } else { 0 }
    }

    /// The hazard of a customer of this purchase rate whose needs have changed, in the place of a uniform.
    pub fn renewed(&self, rate: f32, luck: f32) -> f32 {
        let rank = if self.propensity.is_stratified() { self.rates.rank_of(rate) } else { 0.0 };
        let mut hazard = luck;
        self.propensity.newcomers(&[rank], std::slice::from_mut(&mut hazard));
        hazard
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
    /// Makes customers in the first `n` rows, each with a generator of his own.
    pub fn fill(recipe: &Recipe, people: &mut People, n: usize, origin: &Origin) {
        people.luck.seed(origin.key, n);
        spread(people, n, origin);
        join(recipe, people, n, origin);
        buy(recipe, people, n);
        let (hazard, joined) = (&mut people.hazard[..n.min(ROWS)], &mut people.joined[..n.min(ROWS)]);
        let ranks = &people.in_baseline[..n.min(ROWS)];
        match origin.since {
            Since::Month(month) => {
                recipe.propensity.newcomers(ranks, hazard);
                joined.fill(month);
            }
            Since::Long { .. } => {
                recipe.propensity.base(ranks, hazard, joined);
                for tenure in joined {
                    *tenure = -1.0 - *tenure;
                }
            }
        }
        belong(recipe, people, n);
        feel(recipe, people, n);
    }
}

/// Uniforms, in the columns of what is made of them: points of an even sequence, so that customers of every rank by purchase rate have
/// receipts, propensities and all other traits in the shares of the segment.
#[inline(always)]
fn spread(people: &mut People, n: usize, origin: &Origin) {
    let n = n.min(ROWS);
    let (first, step) = match origin.since {
        Since::Long { first, step, .. } => (first, step),
        Since::Month(_) => (0, 1),
    };
    let People { rate, basket, hazard, joined, lift, open, place, .. } = people;
    let columns: [&mut [f32]; kronecker::DIMENSIONS] = [rate, basket, hazard, joined, lift, open, place];
    for (dimension, column) in columns.into_iter().enumerate() {
        kronecker::fill(&mut column[..n], dimension, origin.points, [first, step]);
    }
    if let Since::Long { of, .. } = origin.since {
        let strata = of as f32;
        for (i, rank) in rate[..n].iter_mut().enumerate() {
            *rank = ((first + i as u32 * step) as f32 + *rank) / strata;
        }
    }
}

/// Ranks by purchase rate of newcomers, where they do not buy as often as today's customers: who leaves sooner is more of them.
#[inline(always)]
fn join(recipe: &Recipe, people: &mut People, n: usize, origin: &Origin) {
    if matches!(origin.since, Since::Month(_)) && recipe.propensity.is_stratified() {
        for rank in &mut people.rate[..n.min(ROWS)] {
            *rank = recipe.propensity.rank_of_newcomer(*rank);
        }
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
fn buy(recipe: &Recipe, people: &mut People, n: usize) {
    let n = n.min(ROWS);
    let (rate, rank) = (&mut people.rate[..n], &mut people.in_baseline[..n]);
    rank.copy_from_slice(rate);
    recipe.rates.look_up(rate);
    let (basket, inverse_worth) = (&mut people.basket[..n], &mut people.inverse_worth[..n]);
    recipe.baskets.look_up(basket);
    for i in 0..n {
        inverse_worth[i] = self::inverse_worth(rate[i], basket[i], recipe.least_worth);
    }
}

#[inline(always)]
fn inverse_worth(rate: f32, basket: f32, least: f32) -> f32 {
    1.0 / math::larger(12.0 * rate * basket, least)
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
    use crate::population::History;

    fn recipe() -> Recipe {
        let design = Design::parse(include_str!("../../tests/designs/full.toml")).unwrap();
        let plan = Plan::new(&design, &Truth::central(&design), 1, 0);
        let (segment, mut shapes) = (&plan.segments[0], Shapes::default());
        let history = History::new(segment.renewal.get(), None);
        let churn = Churn { alpha: segment.churn_alpha, beta: 10.0, history, strata: None };
        Recipe::new(segment, &mut shapes).leaving(&churn, &mut shapes)
    }

    fn traits(people: &People, row: usize) -> ([f32; 9], [u8; 2]) {
        let People { rate, basket, hazard, joined, lift, open, seeker, forgetful, place, .. } = people;
        let columns = [rate, basket, hazard, joined, lift, open, seeker, forgetful, place];
        (columns.map(|column| column[row]), [people.category[row], people.branch[row]])
    }

    const TODAY: Origin = Origin { key: 3, points: 8, since: Since::Long { first: 5, step: 1, of: 100 } };

    /// Law: a customer is who his keys and number say, whoever is made with him. Exact.
    #[test]
    fn a_customer_depends_on_nobody_else() {
        let (recipe, mut many, mut few) = (recipe(), People::default(), People::default());
        fill(&recipe, &mut many, 40, &TODAY);
        for n in [1, 15, 16, 17, 33] {
            fill(&recipe, &mut few, n, &TODAY);
            assert_eq!(traits(&few, n - 1), traits(&many, n - 1), "{n}");
        }
        fill(&recipe, &mut few, 40, &Origin { points: 9, ..TODAY });
        assert!((0..40).all(|row| traits(&few, row) != traits(&many, row)));
    }

    #[test]
    fn todays_customers_have_a_stratum_each() {
        let (recipe, mut people) = (recipe(), People::default());
        fill(
            &recipe,
            &mut people,
            20,
            &Origin { since: Since::Long { first: 3, step: 5, of: 100 }, ..TODAY },
        );
        for row in 0..20 {
            let [low, high] = [0.0, 1.0].map(|end| recipe.rates.at((3.0 + 5.0 * row as f32 + end) / 100.0));
            assert!((low..=high).contains(&people.rate[row]) && people.joined[row] <= -1.0, "{row}");
        }
    }

    /// Of any 16 newcomers four have each quarter of the ranks, give or take two: an even sequence.
    #[test]
    fn newcomers_come_from_everywhere_in_their_month() {
        let (recipe, mut people) = (recipe(), People::default());
        for points in 0..50 {
            fill(&recipe, &mut people, 16, &Origin { points, since: Since::Month(3.0), ..TODAY });
            assert!(people.joined[..16].iter().all(|month| *month == 3.0));
            for quarter in 0..4 {
                let [low, high] = [0, 1].map(|end| recipe.rates.at((quarter + end) as f32 / 4.0));
                let here = people.rate[..16].iter().filter(|rate| (low..high).contains(*rate)).count();
                assert!((2..=6).contains(&here), "{points}, {quarter}: {here}");
            }
        }
    }
}
